// Who may do what: every method as administrator, server owner, granted user, stranger and nobody (SEC-21).
// The table is test/golden/rights.txt; UPDATE_GOLDEN=1 writes it, the rules below hold whatever it says.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t from 'tap';
import type { ContractInfo } from '../../src/registry/schema.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { addCatalogue } from '../support/catalogue.js';
import { FakeHost } from '../support/fake-host.js';
import { addSpares } from '../support/fake-host/spare.js';
import { addInstances, addServer } from '../support/world.js';
import { houseContracts } from './contracts.js';

const GOLDEN = join(import.meta.dirname, '../golden/rights.txt');
/** Who succeeds spoils the world for those behind; so whoever may least comes first. */
const ACTORS = ['nobody', 'stranger', 'granted', 'owner', 'admin'] as const;
type Who = (typeof ACTORS)[number];

interface House {
  readonly app: TestApp;
  readonly tokens: Record<Who, string | undefined>;
  /** Somebody's call has changed something. */
  dirty: boolean;
  close(): Promise<void>;
}

/** The world of the examples, but for its server's owner, who is no administrator. */
async function openHouse(): Promise<House> {
  const host = await FakeHost.start({ kind: 'https' });
  addSpares(host.world);
  const app = await startTestApp({ env: { GANTRY_SERVERS_ADD: 'user' } });
  const admin = await app.admin();
  const granted = await app.user('alice');
  const stranger = await app.user('bob');
  await addCatalogue(app, admin, granted);
  const owner = await app.user('olga');
  await addServer(app, host, owner);
  await app.must('server.grant', { server_id: 1, user_id: 2 }, { token: owner });
  await addInstances(app, granted);
  return {
    app,
    tokens: { nobody: undefined, stranger, granted, owner, admin },
    dirty: false,
    close: async () => {
      await app.close();
      await host.stop();
    },
  };
}

const contracts = houseContracts().bundle.contracts.filter(
  // A stream has no answer to tell; an upload is refused for its form before its rights are looked at.
  ({ stream, body }) => !stream && body === 'json',
);
/** What only reads comes first, so that it finds the world as it was. */
const order = contracts.toSorted((a, b) => Number(a.mutates) - Number(b.mutates));

function requestOf({ examples }: ContractInfo): Record<string, unknown> {
  return { ...(examples.find(({ error }) => error === undefined) ?? examples[0])?.request };
}

/** The error of what has no example that works: it is answered in any world. */
function refusalOf({ examples }: ContractInfo): string | undefined {
  return examples.every(({ error }) => error !== undefined) ? examples[0]?.error : undefined;
}

/** `ok`, or the code of the first error. */
async function ask(house: House, contract: ContractInfo, who: Who): Promise<string> {
  const token = house.tokens[who];
  const options = token === undefined ? {} : { token };
  const { status, body } = await house.app.call(contract.name, requestOf(contract), options);
  const errors = body['errors'] as { code: string }[] | undefined;
  const code = status === 200 ? 'ok' : (errors?.[0]?.code ?? String(status));
  if (code === 'ok' && contract.mutates) house.dirty = true;
  return code;
}

/** Whether the world may have made this answer, not the rights: then another world is asked. */
function isDoubtful(house: House, contract: ContractInfo, who: Who, code: string): boolean {
  if (!house.dirty || ['ok', 'forbidden', refusalOf(contract)].includes(code)) return false;
  // Nobody and a stranger change what is their own, if anything; but they may have ended their session.
  if (who === 'nobody' || who === 'stranger') return who === 'stranger' && code === 'unauthenticated';
  return true;
}

/** All cells; what a changed world may have refused is asked again in a new one. */
async function cells(): Promise<Map<string, Record<Who, string>>> {
  const table = new Map(contracts.map(({ name }) => [name, {} as Record<Who, string>]));
  let house = await openHouse();
  try {
    for (const who of ACTORS) {
      for (const contract of order) {
        let code = await ask(house, contract, who);
        if (isDoubtful(house, contract, who, code)) {
          await house.close();
          house = await openHouse();
          code = await ask(house, contract, who);
        }
        const row = table.get(contract.name);
        if (row !== undefined) row[who] = code;
      }
    }
  } finally {
    await house.close();
  }
  return table;
}

function textOf(table: ReadonlyMap<string, Record<Who, string>>): string {
  const columns = [...ACTORS].reverse();
  const rows = [
    ['method', ...columns],
    ...[...table].map(([name, row]) => [name, ...columns.map((who) => row[who])]),
  ];
  const widths = rows[0]?.map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

// Many worlds, one after the other.
t.setTimeout(180_000);
const table = await cells();

t.test('SEC-21 who may do what stands in the table', (t) => {
  const text = textOf(table);
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(dirname(GOLDEN), { recursive: true });
    writeFileSync(GOLDEN, text);
  }
  const golden = existsSync(GOLDEN) ? readFileSync(GOLDEN, 'utf8') : '';
  const known = new Map(golden.split('\n').map((line) => [line.split(/\s+/)[0] ?? '', line]));
  for (const line of text.trimEnd().split('\n')) {
    const name = line.split(/\s+/)[0] ?? '';
    t.equal(
      line.replace(/\s+/g, ' '),
      known.get(name)?.replace(/\s+/g, ' ') ?? 'not in test/golden/rights.txt: read it, then UPDATE_GOLDEN=1',
      name,
    );
  }
  t.end();
});

/** Nouns of what belongs to a server: only its owner and administrators change it. */
const OF_SERVER = /^(server|profile|image|certificate|network|pool|volume)\./;

t.test('SEC-21 the rules behind the table', (t) => {
  for (const contract of contracts) {
    const { name, scope, mutates } = contract;
    const row = table.get(name);
    if (row === undefined) throw new Error(`${name} is not in the table`);
    const request = requestOf(contract);
    if (scope !== 'public') t.equal(row.nobody, 'unauthenticated', `${name}: nobody`);
    // What needs no token may refuse everybody: a passkey that nobody has is one.
    if (scope !== 'public')
      t.notMatch(row.admin, /^(forbidden|unauthenticated)$/, `${name}: an administrator`);
    for (const who of ACTORS) t.not(row[who], 'internal', `${name}: ${who}`);
    if (scope === 'admin') {
      for (const who of ['stranger', 'granted', 'owner'] as const)
        t.equal(row[who], 'forbidden', `${name}: ${who}`);
    } else if (request['server_id'] === 1 || request['instance_id'] === 1 || request['instance_id'] === 2) {
      // A list narrowed by what is not visible is an empty one: the sweep of two tenants compares both.
      if (!contract.list || row.stranger !== 'ok') {
        t.equal(row.stranger, 'not_found', `SEC-20 ${name}: a stranger`);
      }
      if (mutates && OF_SERVER.test(name) && request['instance_id'] === undefined) {
        t.equal(row.granted, 'forbidden', `${name}: who may only use the server`);
      }
      if (!row.admin.includes('not_found')) t.equal(row.owner, row.admin, `${name}: owner as administrator`);
    }
  }
  t.end();
});
