// Runs the case files of this folder, shared out among the runner files.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { startWorld } from '../support/world.js';
import type { ApiCase } from './case.js';

const OURS = /^(case|runner)\.ts$|\.test\.ts$/;

/** Runs every `count`-th file, beginning with number `part`. */
export async function runCases(part: number, count: number): Promise<void> {
  const names = (await readdir(import.meta.dirname)).filter(
    (name) => name.endsWith('.ts') && !OURS.test(name),
  );
  for (const name of names.sort().filter((_, index) => index % count === part)) {
    const { cases } = (await import(join(import.meta.dirname, name))) as { cases: readonly ApiCase[] };
    for (const one of cases) {
      void t.test(`${name.replace(/\.ts$/, '')}: ${one.name}`, async (t) => {
        const world = await startWorld(one.world);
        t.teardown(() => world.close());
        await one.run(t, world);
      });
    }
  }
}
