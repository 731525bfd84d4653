// Deltas for the newest version of each product, made beside everything else by the program xdelta3, and applied here
// before anyone is offered them: LXD 5.0.2 does not check what comes out of one.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { setPriority } from 'node:os';
import type { Stage, Staged } from '../../blobs/stage.js';
import type { BlobStore } from '../../blobs/store.js';
import type { Db } from '../../db/open.js';
import type { CatalogueRow } from '../../db/simplestreams.js';
import { isAppError } from '../../errors.js';
import { versionsOf } from './catalogue.js';
import { DELTA_ROOTS } from './deltas-view.js';

/** Makes deltas in the background, one at a time. */
export interface Deltas {
  /** Looks whether one is missing, soon. */
  look(): void;
  /** Resolves when nothing is left to be made. */
  settled(): Promise<void>;
  /** Stops, also in the middle of one. */
  close(): Promise<void>;
}

export interface DeltasDeps {
  db: Db;
  clock: () => number;
  stage: Stage;
  blobs: BlobStore;
  enabled: boolean;
  /** The program, xdelta3 unless given. */
  program?: string;
  /** The catalogue has changed. */
  changed: () => void;
  onError: (error: unknown, what: string) => void;
  /** Named places where the crash proof ends the process. */
  crash?: (place: string) => void;
}

interface Job {
  root: CatalogueRow;
  base: CatalogueRow;
}

/** A delta saves something only when it is this much smaller than the root file. */
const WORTH = 0.5;
const PATH = '/usr/local/bin:/usr/bin:/bin:/snap/bin';
/** No file names in it, nothing unpacked on the way; packing again would gain nothing on packed root files. */
const ENCODE = ['-e', '-D', '-A', '-S', 'none', '-c', '-s'];
const DECODE = ['-d', '-D', '-c', '-s'];
const NICENESS = 19;

class NoProgram extends Error {}
class Stopped extends Error {}

/** Makes the service; without the program xdelta3 it does nothing. */
export function createDeltas(deps: DeltasDeps): Deltas {
  const { db, stage, blobs } = deps;
  let closed = !deps.enabled;
  let again = false;
  let running: Promise<void> | null = null;
  let child: ChildProcess | null = null;
  // What failed is not tried again before the next start.
  const failed = new Set<string>();

  /** Runs xdelta3 and hands on what it writes. */
  const xdelta3 = async (
    args: readonly string[],
    take: (chunk: Buffer) => Promise<void> | void,
  ): Promise<void> => {
    const started = spawn(deps.program ?? 'xdelta3', args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH },
    });
    child = started;
    const ended = new Promise<void>((resolve, reject) => {
      started.once('error', () => reject(new NoProgram()));
      started.once('close', (code, signal) =>
        code === 0 ? resolve() : reject(new Error(`xdelta3 ended with ${String(code ?? signal)}`)),
      );
    });
    ended.catch(() => undefined);
    try {
      if (started.pid !== undefined) setPriority(started.pid, NICENESS);
      for await (const chunk of started.stdout as AsyncIterable<Buffer>) {
        const pause = take(chunk);
        if (pause !== undefined) await pause;
      }
      await ended;
    } catch (error) {
      throw closed ? new Stopped() : error;
    } finally {
      started.kill('SIGKILL');
      await ended.catch(() => undefined);
      child = null;
    }
  };

  /** The delta on disk; null when it would be too large to be worth it. */
  const encode = async ({ root, base }: Job): Promise<Staged | null> => {
    const writer = await stage.open({ limit: Math.floor(root.size * WORTH) });
    try {
      await xdelta3([...ENCODE, pathOf(base), pathOf(root)], (chunk) => writer.write(chunk));
      return await writer.finish();
    } catch (error) {
      await writer.abort();
      if (isAppError(error) && error.code === 'too_large') return null;
      throw error;
    }
  };

  const leadsTo = async ({ root, base }: Job, delta: Staged): Promise<boolean> => {
    const hash = createHash('sha256');
    await xdelta3([...DECODE, pathOf(base), stage.path(delta.id)], (chunk) => void hash.update(chunk));
    return hash.digest().equals(root.sha256);
  };

  const pathOf = ({ sha256 }: CatalogueRow): string => blobs.path(sha256.toString('hex'));

  const make = async (job: Job): Promise<void> => {
    const ends = { root_item_id: job.root.item_id, base_item_id: job.base.item_id };
    const delta = await encode(job);
    if (delta === null) {
      const row = { ...ends, sha256: null, size: 0, created_at: deps.clock() };
      await db.tx((tx) => tx.deltas.insert(row));
      return;
    }
    try {
      deps.crash?.('delta.made');
      if (!(await leadsTo(job, delta))) throw new Error('a delta does not lead to its root file');
      const { release } = await blobs.adopt(delta);
      try {
        deps.crash?.('delta.adopted');
        const { size } = delta;
        const row = { ...ends, sha256: Buffer.from(delta.sha256, 'hex'), size, created_at: deps.clock() };
        const entered = await db.tx((tx) => tx.deltas.insert(row));
        deps.crash?.('delta.committed');
        if (entered) deps.changed();
      } finally {
        release();
      }
    } finally {
      await stage.discard(delta.id);
    }
  };

  const run = async (): Promise<void> => {
    while (again && !closed) {
      again = false;
      for (const job of await missing(db)) {
        const key = `${job.root.item_id} ${job.base.item_id}`;
        if (failed.has(key)) continue;
        try {
          await make(job);
        } catch (error) {
          if (error instanceof Stopped) return;
          if (error instanceof NoProgram) {
            closed = true;
            return;
          }
          failed.add(key);
          deps.onError(error, 'making a delta of two images');
        }
      }
    }
  };

  const look = (): void => {
    if (closed) return;
    again = true;
    running ??= run()
      .catch((error: unknown) => deps.onError(error, 'looking for missing deltas'))
      .finally(() => {
        running = null;
        // A call that came while the last look was ending.
        if (again && !closed) look();
      });
  };

  return {
    look,
    settled: async () => {
      while (running !== null) await running;
    },
    close: async () => {
      closed = true;
      child?.kill('SIGKILL');
      await running;
    },
  };
}

/** Deltas nobody has made yet: from the listed version before to the newest one, for each kind of root file. */
async function missing(db: Db): Promise<Job[]> {
  const rows = await db.read.simplestreams.catalogue();
  const made = new Set(
    (await db.read.deltas.all()).map(({ root_item_id, base_item_id }) => `${root_item_id} ${base_item_id}`),
  );
  const listed = versionsOf(rows).filter(
    ({ retired_at, completed_at }) => retired_at === null && completed_at !== null,
  );
  const jobs: Job[] = [];
  for (const product_id of new Set(listed.map((version) => version.product_id))) {
    for (const kind of DELTA_ROOTS) {
      const [root, base] = listed
        .filter((version) => version.product_id === product_id)
        .flatMap(({ items }) => items.filter(({ ftype, combined }) => ftype === kind && combined !== null));
      if (root === undefined || base === undefined) continue;
      if (!made.has(`${root.item_id} ${base.item_id}`)) jobs.push({ root, base });
    }
  }
  return jobs;
}
