// Server processes: started on their core, asked for CPU time and memory through /proc, stopped by their own pid.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { pinned } from './pin.js';
import type { Measured } from './types.js';

const TICKS_PER_SECOND = 100;
const START_MS = 20_000;

/** A running server. */
export interface ServerProcess extends Measured {
  readonly pid: number;
  /** Its first URL, without a slash at the end. */
  readonly url: string;
  /** All of them. */
  readonly urls: readonly string[];
  stop(): Promise<void>;
}

/** User and system seconds of a process and the children it has waited for. */
export function cpuSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold blanks: fields are counted behind it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks / TICKS_PER_SECOND;
}

/** Resident memory of a process in MB. */
export function rssMb(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(match?.[1] ?? 0) / 102.4) / 10;
}

/** Starts a Node server that reports `{urls}` over its channel; its output goes to `log`. */
export async function startNode(options: {
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  log: string;
}): Promise<ServerProcess> {
  const output = openSync(options.log, 'a', 0o600);
  const [program, args] = pinned('server', process.execPath, options.args);
  const child = spawn(program, args, {
    stdio: ['ignore', output, output, 'ipc'],
    env: { ...cleanEnvironment(), ...options.env },
  });
  closeSync(output);
  const urls = await ready(child, options);
  const pid = child.pid ?? 0;
  return {
    pid,
    url: urls[0] ?? '',
    urls,
    cpuSeconds: () => cpuSeconds(pid),
    rssMb: () => rssMb(pid),
    stop: () => stop(child),
  };
}

// Settings of whoever runs the benchmark must not reach the product.
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GANTRY_') && name !== 'NODE_OPTIONS'),
  );
}

function ready(
  child: ChildProcess,
  { args, log }: { args: readonly string[]; log: string },
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      const tail = readFileSync(log, 'utf8').slice(-2000);
      reject(new Error(`node ${args.slice(0, 2).join(' ')} ${why}\n${tail}`));
    };
    const timer = setTimeout(() => fail('did not start in time'), START_MS);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`ended with ${String(code)}`));
    child.once('message', (message: { urls: string[] }) => {
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(message.urls.map((url) => url.replace(/\/$/, '')));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
