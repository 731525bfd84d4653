// A private LXD daemon for tests: own folder, port and bridge, and a tear-down that leaves nothing behind, also after
// a crash of the daemon or of an earlier test run.
import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, openSync, closeSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildBusyboxImage } from '../../scripts/busybox-image.mjs';
import type { Endpoint } from '../../src/providers/provider.js';
import { cleanUp, isAlive, sweepStale } from './lxd-cleanup.js';
import { until } from './until.js';

const run = promisify(execFile);
const LXCFS = '/var/lib/lxcfs';

/** A running private daemon. */
export interface LxdDaemon {
  dir: string;
  socket: string;
  port: number;
  password: string;
  /** SHA-256 of its server certificate. */
  fingerprint: string;
  certificate: string;
  bridge: string;
  /** Process id, 0 while it is down. */
  readonly pid: number;
  https: Endpoint;
  unix: Endpoint;
  /** Runs the `lxc` client against it and returns its standard output. */
  lxc(...args: string[]): Promise<string>;
  /** SIGKILL: containers keep running, operations are lost. */
  kill9(): Promise<void>;
  /** SIGTERM: containers keep running, the daemon waits for operations first. */
  sigterm(): Promise<void>;
  /** SIGPWR: containers are stopped and come back at the next start. */
  sigpwr(): Promise<void>;
  /** Starts it again in the same place (after kill9, sigterm or sigpwr; else sigterm first). */
  restart(): Promise<void>;
  /** Removes everything: instances, bridge, processes, mounts, files. */
  stop(): Promise<void>;
}

/** What a daemon is configured with: where it listens, and what is its own. */
export interface Place {
  address: string;
  port: number;
  password: string;
  bridge: string;
}

/** How a private daemon differs from the usual one. */
export interface LxdOptions {
  /** Part of its folder's name. */
  name?: string;
  /** Variables for the daemon, `SSL_CERT_FILE` for one. */
  env?: Record<string, string>;
  /** Where it listens; 127.0.0.1 unless given. */
  address?: string;
  /** Its first configuration (`lxd init --preseed`) instead of a pool, a bridge and a profile. */
  preseed?: (place: Place) => object;
}

/** Why a real LXD can't be run here, '' when it can. */
export function skipReason(): string {
  if (process.getuid?.() !== 0) return 'a private LXD needs root';
  for (const path of [
    '/usr/bin/lxd',
    '/usr/bin/lxc',
    '/usr/bin/lxcfs',
    '/usr/sbin/dnsmasq',
    '/usr/sbin/nft',
  ]) {
    if (!existsSync(path) && !existsSync(path.replace('/usr', ''))) return `a private LXD needs ${path}`;
  }
  if (!existsSync('/sys/fs/cgroup')) return 'a private LXD needs cgroups';
  return '';
}

async function freePort(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, address, () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : 0));
    });
  });
}

// Explicit, because LXD's automatic choice fails on some machines.
function freeSubnet(): string {
  const taken = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address }) => address);
  for (;;) {
    const [a = 0, b = 0] = randomBytes(2);
    const prefix = `10.${64 + (a % 128)}.${b}.`;
    if (!taken.some((address) => address.startsWith(prefix))) return `${prefix}1/24`;
  }
}

async function ensureLxcfs(): Promise<void> {
  const mounted = async (): Promise<boolean> =>
    (await readFile('/proc/mounts', 'utf8')).includes(` ${LXCFS} `);
  if (await mounted()) {
    if (existsSync(`${LXCFS}/proc/meminfo`)) return;
    // Its process is gone and the mount stayed: containers would see the host's memory.
    await run('umount', ['-l', LXCFS]);
  }
  await mkdir(LXCFS, { recursive: true });
  // Once per machine, and it stays: containers of other daemons may use it by then.
  spawn('lxcfs', [LXCFS], { detached: true, stdio: 'ignore' }).unref();
  await until(mounted, { what: 'lxcfs' });
}

function usual({ address, port, password, bridge }: Place): object {
  return {
    config: { 'core.https_address': `${address}:${port}`, 'core.trust_password': password },
    storage_pools: [{ name: 'default', driver: 'dir' }],
    networks: [
      {
        name: bridge,
        type: 'bridge',
        config: { 'ipv4.address': freeSubnet(), 'ipv4.nat': 'true', 'ipv6.address': 'none' },
      },
    ],
    profiles: [
      {
        name: 'default',
        devices: {
          root: { type: 'disk', pool: 'default', path: '/' },
          eth0: { type: 'nic', network: bridge, name: 'eth0' },
        },
      },
    ],
  };
}

async function initialise(env: NodeJS.ProcessEnv, yaml: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn('lxd', ['init', '--preseed'], { env, stdio: ['pipe', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`lxd init: ${errors}`))));
    child.stdin.end(yaml);
  });
}

/** Starts a private daemon (about 2 s). */
export async function startLxd(options: LxdOptions = {}): Promise<LxdDaemon> {
  const reason = skipReason();
  if (reason !== '') throw new Error(reason);
  await sweepStale();
  await ensureLxcfs();
  // Short, because the unix socket's path may have 107 bytes; o+x on every level for the mapped root.
  const dir = await mkdtemp(`/tmp/gl-${(options.name ?? '').slice(0, 12)}`);
  const state = join(dir, 'lxd');
  await mkdir(state);
  await chmod(dir, 0o711);
  await chmod(state, 0o711);
  const bridge = `gt${randomBytes(4).toString('hex')}`;
  await writeFile(join(dir, 'owner'), `${process.pid}`);
  await writeFile(join(dir, 'bridge'), bridge);
  const env = { ...process.env, LXD_DIR: state, LXD_CONF: join(dir, 'client') };
  let pid = 0;

  const launch = async (): Promise<void> => {
    const output = openSync(join(dir, 'lxd.out'), 'a');
    const child = spawn('lxd', ['--group', 'root', '--logfile', join(dir, 'lxd.log')], {
      env: { ...env, ...options.env },
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    child.unref();
    pid = child.pid ?? 0;
    await writeFile(join(dir, 'pid'), `${pid}`);
    await run('lxd', ['waitready', '--timeout=60'], { env });
  };
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    if (pid === 0) return;
    const target = pid;
    if (isAlive(target)) process.kill(target, name);
    await until(() => !isAlive(target), { timeout_ms: 60_000, what: `LXD to end by ${name}` });
    pid = 0;
  };

  try {
    await launch();
    const address = options.address ?? '127.0.0.1';
    const port = await freePort(address);
    const password = randomBytes(8).toString('hex');
    const place = { address, port, password, bridge };
    await initialise(env, JSON.stringify((options.preseed ?? usual)(place)));
    // The members of a cluster show the cluster's certificate.
    const file = ['cluster.crt', 'server.crt']
      .map((name) => join(state, name))
      .find((path) => existsSync(path));
    const certificate = await readFile(file ?? '', 'utf8');
    const socket = join(state, 'unix.socket');
    return {
      dir,
      socket,
      port,
      password,
      bridge,
      certificate,
      fingerprint: createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex'),
      get pid() {
        return pid;
      },
      https: { protocol: 'lxd', address, port, path: '', tls_cert: certificate },
      unix: { protocol: 'lxd', address: '', port: 0, path: socket, tls_cert: null },
      lxc: async (...args) => {
        const running = run('lxc', args, { env, maxBuffer: 64 * 1024 * 1024 });
        // `lxc launch` and `init` read configuration from a standard input that is no terminal, up to its end.
        running.child.stdin?.end();
        return (await running).stdout;
      },
      kill9: () => signal('SIGKILL'),
      sigterm: () => signal('SIGTERM'),
      sigpwr: () => signal('SIGPWR'),
      restart: async () => {
        await signal('SIGTERM');
        await launch();
      },
      stop: () => cleanUp(dir),
    };
  } catch (error) {
    await cleanUp(dir);
    throw error;
  }
}

/** Builds the busybox image and imports it under the alias `busybox`; returns its fingerprint. */
export async function importBusybox(daemon: LxdDaemon): Promise<string> {
  const file = join(daemon.dir, 'busybox.tar.gz');
  const fingerprint = buildBusyboxImage(file);
  await daemon.lxc('image', 'import', file, '--alias', 'busybox');
  await rm(file);
  return fingerprint;
}
