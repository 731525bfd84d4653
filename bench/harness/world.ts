// The world of the call scenarios: a candidate with adopted instances and API tokens, and a copy of its database for
// the baselines.
import { join } from 'node:path';
import DatabaseDriver from 'better-sqlite3';
import { FakeHost } from '../../test/support/fake-host.js';
import { type Candidate, type Document, startCandidate } from './candidate.js';
import { until } from '../../test/support/until.js';
import type { Bench } from './types.js';

/** How large it is. */
export interface Sizes {
  readonly instances: number;
  readonly tokens: number;
}

/** The candidate and what it was filled with. */
export interface CallWorld {
  readonly candidate: Candidate;
  readonly tokens: readonly string[];
  readonly instances: readonly number[];
  /** Copy of the candidate's database: the same tokens, the same rows. */
  readonly database: string;
  close(): Promise<void>;
}

// The candidate rests when it uses less than this share of a core for this long.
const QUIET_MS = 500;
const QUIET_SHARE = 0.05;

const SETTINGS = { GANTRY_SERVERS_ALLOW: '127.0.0.0/8' };

/** Starts a candidate, lets it adopt the instances of a fake host, and makes tokens. */
export async function callWorld(
  bench: Bench,
  sizes: Sizes,
  settings: Readonly<Record<string, string>> = {},
): Promise<CallWorld> {
  const names = Array.from({ length: sizes.instances }, (_, at) => `bench-${at}`);
  const host = await FakeHost.start({ kind: 'https', instances: names });
  const candidate = await startCandidate(bench, { ...SETTINGS, ...settings });
  const close = async (): Promise<void> => {
    await candidate.stop();
    await host.stop();
  };
  try {
    await candidate.call('server.add', {
      server_host: host.endpoint.address,
      server_port: host.endpoint.port,
      server_password: host.password,
      server_fingerprint: host.fingerprint,
      server_name: 'bench',
    });
    const instances = await allInstances(bench, candidate, sizes.instances);
    const tokens = await candidate.tokens(sizes.tokens);
    const database = join(candidate.data, 'baseline.db');
    await candidate.backup(database);
    sameJournal(database);
    return { candidate, tokens, instances, database, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Numbers of all instances, as soon as the candidate has adopted as many as expected and nothing more is written. */
export async function allInstances(bench: Bench, candidate: Candidate, expected: number): Promise<number[]> {
  const ids: number[] = [];
  await until(
    async () => {
      const answer: Document = await candidate.call('instance.list', { limit: 1000 });
      const rows = answer.data as unknown as { id: number }[];
      ids.splice(0, ids.length, ...rows.map(({ id }) => id));
      return ids.length === expected;
    },
    { timeout_ms: 60_000, what: `${expected} instances to be adopted` },
  );
  // The profiler's own signals keep a process from ever resting.
  if (bench.profile === null) await quiet(candidate);
  return ids;
}

/** Waits until the candidate rests: what still runs in the background would be counted as the cost of calls. */
async function quiet(candidate: Candidate): Promise<void> {
  const looks: number[] = [];
  await until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      looks.push(candidate.cpuSeconds());
      const [before, now] = looks.slice(-2);
      return before !== undefined && now !== undefined && (now - before) * 1000 < QUIET_MS * QUIET_SHARE;
    },
    { timeout_ms: 60_000, what: 'the candidate to rest after adopting' },
  );
}

/** A backup leaves WAL; reads outside it cost more, and the baseline must not pay for that. */
function sameJournal(file: string): void {
  const db = new DatabaseDriver(file);
  db.pragma('journal_mode = WAL');
  db.close();
}
