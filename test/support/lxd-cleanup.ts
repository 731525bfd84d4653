// Removes what a private LXD leaves on the machine: by its folder, its bridge and its containers' names, never wider.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from './until.js';

const run = promisify(execFile);

/** True while a process lives (a zombie does not). */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function quietly(command: string, ...args: string[]): Promise<string> {
  try {
    return (await run(command, args, { timeout: 20_000 })).stdout;
  } catch {
    return '';
  }
}

async function readNumber(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return Number(text.trim()) || 0;
}

/** Processes whose command line names the folder: the daemon's dnsmasq, monitors, forks. */
async function processesOf(dir: string): Promise<number[]> {
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const line = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(`${dir}/`)) found.push(pid);
  }
  return found;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

async function politely(dir: string, pid: number, bridge: string): Promise<void> {
  const socket = join(dir, 'lxd/unix.socket');
  if (!isAlive(pid) || !existsSync(socket)) return;
  const env = { ...process.env, LXD_DIR: join(dir, 'lxd'), LXD_CONF: join(dir, 'client') };
  const lxc = async (...args: string[]): Promise<string> => {
    try {
      return (await run('lxc', args, { env, timeout: 30_000 })).stdout;
    } catch {
      return '';
    }
  };
  const listed = await lxc('list', '--all-projects', '--format', 'csv', '--columns', 'en');
  for (const line of listed.split('\n').filter(Boolean)) {
    const [project = 'default', name = ''] = line.split(',');
    await lxc('delete', '--force', '--project', project, name);
  }
  await lxc('profile', 'device', 'remove', 'default', 'eth0');
  await lxc('network', 'delete', bridge);
  // SIGPWR ends it within seconds; what hangs is killed below.
  kill(pid, 'SIGPWR');
  await until(() => !isAlive(pid), { timeout_ms: 15_000 }).catch(() => undefined);
}

async function removeBridge(bridge: string): Promise<void> {
  if (!/^gt[0-9a-f]{8}$/.test(bridge)) return;
  await quietly('ip', 'link', 'delete', bridge);
  const rules = await quietly('nft', 'list', 'chains');
  for (const [, chain] of rules.matchAll(/chain ([a-z]+\.[\w.]+) \{/g)) {
    if (chain?.endsWith(`.${bridge}`) === true) await quietly('nft', 'delete', 'chain', 'inet', 'lxd', chain);
  }
}

async function unmount(dir: string): Promise<void> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8'))
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '');
  for (const mount of mounts.filter((path) => path.startsWith(`${dir}/`)).reverse())
    await quietly('umount', '-l', mount);
}

async function removeCgroups(names: string[]): Promise<void> {
  const root = '/sys/fs/cgroup';
  const controllers = await readdir(root).catch(() => []);
  for (const folder of ['', ...controllers]) {
    const entries = await readdir(join(root, folder)).catch(() => []);
    for (const entry of entries) {
      const name = /^lxc\.(?:payload|monitor)\.(.+?)(?:-\d+)?$/.exec(entry)?.[1];
      // A group in use can't be removed, so an equal name of another daemon is safe.
      if (name !== undefined && names.includes(name)) await removeTree(join(root, folder, entry));
    }
  }
}

async function removeTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await removeTree(join(folder, entry.name));
  await rmdir(folder).catch(() => undefined);
}

/** Ends the daemon in `dir` and removes all that came from it, whatever state it is in. */
export async function cleanUp(dir: string): Promise<void> {
  const pid = await readNumber(join(dir, 'pid'));
  const bridge = (await readFile(join(dir, 'bridge'), 'utf8').catch(() => '')).trim();
  const logs = await readdir(join(dir, 'lxd/logs')).catch(() => []);
  const names = logs.map((entry) => entry.replace(/^.*_/, ''));
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const daemon = line.includes(`${dir}/`) ? pid : 0;
  await politely(dir, daemon, bridge);
  for (const one of await processesOf(dir)) kill(one, 'SIGKILL');
  await until(async () => (await processesOf(dir)).length === 0, { timeout_ms: 10_000 }).catch(
    () => undefined,
  );
  await removeBridge(bridge);
  await unmount(dir);
  await removeCgroups(names);
  await rm(dir, { recursive: true, force: true });
}

/** Removes daemons of test runs that died without tearing down. */
export async function sweepStale(): Promise<void> {
  for (const entry of await readdir('/tmp')) {
    const dir = join('/tmp', entry);
    if (!entry.startsWith('gl-') || !existsSync(join(dir, 'owner'))) continue;
    if (!isAlive(await readNumber(join(dir, 'owner')))) await cleanUp(dir);
  }
}
