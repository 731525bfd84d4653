// Cores: the server on one, everything that makes load on the other.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const TASKSET = '/usr/bin/taskset';

/** Core of the server under test and core of the load; null where pinning is not possible. */
export const CORES: { readonly server: number; readonly load: number } | null =
  existsSync(TASKSET) && availableParallelism() >= 2 ? { server: 0, load: 1 } : null;

/** A command line that runs a program on a core. */
export function pinned(
  side: 'server' | 'load',
  program: string,
  args: readonly string[],
): [string, string[]] {
  return CORES === null ? [program, [...args]] : [TASKSET, ['-c', String(CORES[side]), program, ...args]];
}

/** Moves a running process, with all of its threads. */
export function movePid(side: 'server' | 'load', pid: number): void {
  if (CORES === null) return;
  execFileSync(TASKSET, ['-a', '-c', '-p', String(CORES[side]), String(pid)], { stdio: 'ignore' });
}
