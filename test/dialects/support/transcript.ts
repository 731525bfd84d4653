// Transcripts of dialects: what a client sends, and the answer byte for byte but for what differs from run to run.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { type World, startWorld } from '../../support/world.js';

type WorldOptions = Parameters<typeof startWorld>[0];

/** Kinds of text that a golden answer leaves open: `{{int}}`, or `{{hex24:vm}}` to remember it as `{{vm}}`. */
const OPEN: Readonly<Record<string, string>> = {
  int: '-?\\d+',
  text: '[^"]*',
  any: '.*',
  hex24: '[0-9a-f]{24}',
  hex32: '[0-9a-f]{32}',
  hex48: '[0-9a-f]{48}',
  uuid: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
};

/** One transcript, in a world of its own. */
export interface Transcript {
  /** `METHOD /path: what it shows`; several routes go with commas. */
  readonly name: string;
  readonly world?: WorldOptions;
  run(t: Test, world: World, client: Client): Promise<void>;
}

/** Declares a transcript. */
export function transcript(name: string, run: Transcript['run'], world?: WorldOptions): Transcript {
  return { name, run, ...(world && { world }) };
}

/** What is sent beside verb and path. */
export interface Sent {
  headers?: Readonly<Record<string, string | undefined>>;
  /** An object goes as JSON, text as it is. */
  body?: unknown;
}

/** An answer as it came. */
export interface Got {
  status: number;
  headers: Headers;
  text: string;
  /** The body parsed; undefined when it is no JSON. */
  json: unknown;
}

/** A client of a dialect, which remembers what answers told it. */
export class Client {
  /** Sent with every request, until changed. */
  headers: Record<string, string> = {};
  readonly known = new Map<string, string>();

  constructor(
    private readonly t: Test,
    public url: string,
  ) {}

  /** Sends `METHOD /path`; names in double braces are filled in. */
  async send(line: string, { headers, body }: Sent = {}): Promise<Got> {
    const [method = '', path = ''] = this.fill(line).split(' ');
    const json = typeof body === 'object';
    const all = new Headers(json ? { 'content-type': 'application/json' } : {});
    for (const [name, value] of Object.entries({ ...this.headers, ...headers })) {
      if (value !== undefined) all.set(name, value);
    }
    const response = await fetch(this.url + path, {
      method,
      headers: all,
      ...(body === undefined
        ? {}
        : { body: json ? this.fill(JSON.stringify(body)) : this.fill(body as string) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  }

  /** Sends, and compares status and answer with a golden one: text, or a value that is written as JSON. */
  async expect(line: string, status: number, golden: unknown, sent: Sent = {}): Promise<Got> {
    const got = await this.send(line, sent);
    const wanted = typeof golden === 'string' ? golden : JSON.stringify(golden);
    this.t.equal(got.status, status, `${line}: status`);
    const { pattern, names } = this.pattern(wanted);
    const found = new RegExp(pattern, 's').exec(got.text);
    if (found === null) this.t.equal(got.text, wanted, line);
    else this.t.pass(line);
    for (const [index, name] of names.entries()) this.known.set(name, found?.[index + 1] ?? '');
    return got;
  }

  /** Text with what is known filled in. */
  fill(text: string): string {
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => this.known.get(name) ?? whole);
  }

  private pattern(golden: string): { pattern: string; names: string[] } {
    const names: string[] = [];
    const parts = this.fill(golden).split(/("?\{\{int(?::\w+)?\}\}"?|\{\{\w+(?::\w+)?\}\})/);
    const pattern = parts
      .map((part) => {
        const found = /^"?\{\{(\w+)(?::(\w+))?\}\}"?$/.exec(part);
        const open = found === null ? undefined : OPEN[found[1] ?? ''];
        if (open === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        // A number stands in a golden value as text: its quotes may be missing in the answer.
        const quote = part.startsWith('"') ? '"?' : '';
        if (found?.[2] === undefined) return `${quote}${open}${quote}`;
        names.push(found[2]);
        return `${quote}(${open})${quote}`;
      })
      .join('');
    return { pattern: `^${pattern}$`, names };
  }
}

/** A credential of a kind for the user of a native token. */
export async function credential(
  world: World,
  kind: 'aarch64' | 'panel' | 'cvm',
  token = world.userToken,
): Promise<{ token: string; public_id: string }> {
  const made = await world.app.must<{ attributes: Record<string, string> }>(
    'token.create',
    { token_kind: kind },
    { token },
  );
  return { token: made.attributes['token'] ?? '', public_id: made.attributes['token_public'] ?? '' };
}

/** What a file of transcripts exports. */
interface Chapter {
  transcripts?: readonly Transcript[];
  /** They follow each other in one world, but for those with a world of their own. */
  together?: boolean;
}

/** Runs the transcripts of all files in a folder beside the runner file. */
export async function runTranscripts(folder: string): Promise<void> {
  t.setTimeout(240_000);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of names.sort()) {
    const { transcripts = [], together = false } = (await import(join(folder, name))) as Chapter;
    const shared = together ? transcripts.filter(({ world }) => world === undefined) : [];
    const alone = transcripts.filter((one) => !shared.includes(one));
    for (const group of [shared, ...alone.map((one) => [one])]) {
      const [first] = group;
      if (first === undefined) continue;
      void t.test(group.length > 1 ? name : first.name, async (t) => {
        const world = await startWorld(first.world);
        t.teardown(() => world.close());
        if (group.length === 1) return first.run(t, world, new Client(t, world.url));
        for (const { name, run } of group) {
          await t.test(name, (t) => run(t, world, new Client(t, world.url)));
        }
      });
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
