// The same call over every transport: the same result and the same error, for every example of every method.
import t from 'tap';
import { type Transport, allTransports } from '../support/transports.js';
import { type World, startWorld } from '../support/world.js';
import { houseContracts } from './contracts.js';

interface Call {
  readonly method: string;
  readonly summary: string;
  readonly params: Record<string, unknown>;
  readonly mutates: boolean;
}

/** Ends the session that makes the calls, so it has to come last. */
const LAST = ['user.logout'];
/** Takes what other examples need. */
const LATE = ['simplestream.delete', 'server.revoke', 'server.delete'];

const calls: Call[] = houseContracts()
  .bundle.contracts.filter(({ stream, body, answer }) => !stream && body === 'json' && answer === 'document')
  .flatMap(({ name, mutates, examples }) =>
    examples.map(({ summary, request }) => ({ method: name, summary, params: request, mutates })),
  );
calls.push(
  ...[
    { method: 'no.such.method', params: {} },
    { method: 'instance.get', params: { instance_id: 1, no_such: 1 } },
    { method: 'instance.get', params: { instance_id: 'one' } },
    { method: 'instance.list', params: { limit: 0 } },
    { method: 'instance.list', params: { sort: '-instance_name', limit: 1 } },
  ].map((call) => ({ ...call, summary: JSON.stringify(call.params), mutates: false })),
);
const rank = ({ method, mutates }: Call): number =>
  LAST.includes(method) ? 3 : LATE.includes(method) ? 2 : mutates ? 1 : 0;
const ordered = calls.toSorted((a, b) => rank(a) - rank(b));

t.test('every example over every transport', async (t) => {
  const names = allTransports('http://127.0.0.1').map(({ name }) => name);
  const worlds = await Promise.all(names.map(() => startWorld()));
  t.teardown(() => Promise.all(worlds.map((world) => world.close())));
  const ways = worlds.map((world, index) => allTransports(world.url)[index] as Transport);
  t.teardown(() => ways.forEach((way) => way.close()));
  for (const call of ordered) {
    const outcomes = await Promise.all(
      ways.map((way, index) => outcomeOf(way, worlds[index] as World, call)),
    );
    for (const [index, outcome] of outcomes.entries()) {
      t.same(outcome, outcomes[0], `${call.method} (${call.summary}): ${names[index]}`);
    }
  }
});

/** What a call came to, without what differs from world to world. */
async function outcomeOf(way: Transport, world: World, { method, params }: Call): Promise<unknown> {
  const { code, body } = await way.call(method, params, { token: world.adminToken });
  await quiet(world);
  // Texts are the same too, but for the name that the registry and the wire each refuse.
  return code === 'method_not_found' ? code : { code, body: plain(body) };
}

/** The next call finds no work under way, whichever transport was faster. */
async function quiet(world: World): Promise<void> {
  for (const { id } of await world.app.app.db.read.operations.open()) {
    await world.call('operation.get', { operation_id: id, wait: 20 }, { token: world.adminToken });
  }
}

const VARIES =
  /(^at|_at|latency_ms|skew_ms|fingerprint|_port|_host|^stream|^token|_time_start|_time_expire|_timeadd|^etag|^next|uuid|hwaddr|_used|_addresses|^token_name|^token_public|^session_id|^ticket|^url|challenge)$/;

/** Resources whose number, or whose whole, is another one in each world. */
const MADE = new Set<unknown>(['certificate', 'snapshot', 'public-key']);

/** Times, keys and addresses by their type only. */
function plain(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one, name));
  if (typeof value === 'object' && value !== null) {
    // A challenge and, for who has no keys, made-up ones by a secret of the house.
    if (name === 'publicKey') return Object.keys(value);
    // Made of the type and what the host itself has made: a fingerprint, a time, a key.
    if ('id' in value && 'type' in value && MADE.has(value.type)) return value.type;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member, key)]));
  }
  if (VARIES.test(name) && value !== null) return typeof value;
  return value;
}
