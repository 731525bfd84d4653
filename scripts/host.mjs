// The local LXD or Incus for `npm run up`: found and used as it is; installed, started and initialised only where
// nothing is there.
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  aptInstall,
  IMAGE_PACKAGES,
  isRoot,
  LXD_PACKAGES,
  missingPackages,
  run,
  say,
  Stop,
  which,
} from './steps.mjs';

/** Sockets named in the settings are the only ones asked; nothing is installed or started beside them. */
const NAMED = (process.env.GANTRY_SERVERS_SOCKETS ?? '').split(',').filter((socket) => socket !== '');
const SOCKETS =
  NAMED.length > 0
    ? NAMED
    : ['/var/lib/incus/unix.socket', '/var/snap/lxd/common/lxd/unix.socket', '/var/lib/lxd/unix.socket'];
const STARTER = 'gantry/busybox';

/** One request to a host over its socket; a stream as body is sent as it is. */
export function ask(socket, method, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const raw = body !== undefined && typeof body.pipe === 'function';
    const call = request(
      { socketPath: socket, method, path, headers: { host: 'lxd', ...headers }, timeout: 60_000 },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () => {
          try {
            const document = JSON.parse(text);
            if (document.type === 'error') reject(new Error(document.error));
            else resolve(document);
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    call.on('timeout', () => call.destroy(new Error('no answer')));
    call.on('error', reject);
    if (raw) body.pipe(call);
    else call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Tries the known sockets in order: the first that answers, and those that exist but may not be opened. */
async function probe() {
  const denied = [];
  for (const socket of SOCKETS) {
    if (!existsSync(socket)) continue;
    try {
      const { metadata } = await ask(socket, 'GET', '/1.0');
      if (metadata.auth === 'trusted') return { found: { socket, info: metadata }, denied };
      denied.push(socket);
    } catch (error) {
      if (error.code === 'EACCES') denied.push(socket);
    }
  }
  return { found: null, denied };
}

/** What is installed, whether or not it runs. */
function installed() {
  if (existsSync('/snap/bin/lxd')) return 'snap';
  if (which('incusd') || existsSync('/opt/incus/bin/incusd')) return 'incus';
  return which('lxd') === null ? null : 'lxd';
}

/** For a user who is not root: the commands root would have to run, or none. */
export async function missingForUser(user) {
  const { found, denied } = await probe();
  if (found !== null) return [];
  if (denied.length > 0) return [`usermod -aG ${groupOf(denied[0])} ${user}`];
  const kind = installed();
  if (kind !== null)
    return [startCommand(kind).join(' '), `usermod -aG ${kind === 'incus' ? 'incus-admin' : 'lxd'} ${user}`];
  return [`apt-get install -y ${LXD_PACKAGES.join(' ')}`, 'lxd init --auto', `usermod -aG lxd ${user}`];
}

function groupOf(socket) {
  return socket.includes('incus') ? 'incus-admin' : 'lxd';
}

function startCommand(kind) {
  if (kind === 'snap') return ['snap', 'start', 'lxd'];
  return ['systemctl', 'start', kind];
}

/** Finds a host that answers; as root, starts what is installed or installs what is missing. `data` keeps a note. */
export async function findHost(data) {
  const note = notes(data);
  let { found, denied } = await probe();
  if (found === null && NAMED.length > 0) {
    throw new Stop(`no LXD or Incus answers at ${NAMED.join(' or ')}, which GANTRY_SERVERS_SOCKETS names`);
  }
  if (found === null && !isRoot()) {
    throw new Stop(
      `no LXD or Incus that may be used${denied.length > 0 ? ` (${denied[0]} is closed to you)` : ''}`,
    );
  }
  if (found === null) {
    const kind = installed();
    // A daemon that never ran has no configuration that could be left alone.
    const fresh = kind === null || (kind === 'lxd' && !existsSync('/var/lib/lxd/database'));
    if (fresh) note.set('lxd', 'initialising');
    if (kind === null) {
      say('no LXD and no Incus here: installing LXD');
      await aptInstall(missingPackages(LXD_PACKAGES));
    } else if (fresh) await aptInstall(missingPackages(LXD_PACKAGES));
    found = (await probe()).found;
    if (found === null) {
      say(`starting ${kind ?? 'LXD'}`);
      await start(kind ?? 'lxd');
      found = (await probe()).found;
    }
    if (found === null) throw new Stop('the host was started but does not answer: see /var/log/lxd/lxd.log');
  }
  if (note.get('lxd') === 'initialising' && found.socket === '/var/lib/lxd/unix.socket') {
    await initialise();
    note.set('lxd', 'ready');
  }
  const { server, server_version: version } = found.info.environment;
  say(`host: ${server} ${version} at ${found.socket}`);
  return { socket: found.socket, protocol: server === 'incus' ? 'incus' : 'lxd', note };
}

async function start(kind) {
  if (kind === 'snap' || existsSync('/run/systemd/system')) {
    const [program, ...args] = startCommand(kind);
    await run(program, args);
    if (kind === 'lxd') await run('lxd', ['waitready', '--timeout=60']);
    return;
  }
  let mounted = readFileSync('/proc/mounts', 'utf8').includes(' /var/lib/lxcfs ');
  if (mounted && !existsSync('/var/lib/lxcfs/proc/meminfo')) {
    // Its process is gone and the mount stayed: containers would see the host's memory.
    await run('umount', ['-l', '/var/lib/lxcfs']);
    mounted = false;
  }
  if (which('lxcfs') && !mounted) {
    mkdirSync('/var/lib/lxcfs', { recursive: true });
    daemon('lxcfs', ['/var/lib/lxcfs'], '/var/log/lxcfs.log');
  }
  if (kind === 'incus') {
    mkdirSync('/var/log/incus', { recursive: true });
    daemon(
      which('incusd') ?? '/opt/incus/bin/incusd',
      ['--group', 'incus-admin'],
      '/var/log/incus/incusd.out',
    );
    await run('incus', ['admin', 'waitready', '--timeout=60']);
    return;
  }
  mkdirSync('/var/log/lxd', { recursive: true });
  mkdirSync('/var/lib/lxd', { recursive: true, mode: 0o711 });
  daemon('lxd', ['--group', 'lxd', '--logfile', '/var/log/lxd/lxd.log'], '/var/log/lxd/lxd.out');
  await run('lxd', ['waitready', '--timeout=60']);
}

/** A process in a session of its own, so that Ctrl-C here does not reach it. */
function daemon(program, args, log) {
  const out = openSync(log, 'a');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', out, out], cwd: '/' });
  child.unref();
  closeSync(out);
}

/** A pool, a bridge and the default profile. The subnet is explicit: LXD's own choice is known to fail. */
async function initialise() {
  const taken = new Set(Object.keys(networkInterfaces()));
  const bridge =
    ['lxdbr0', 'lxdbr1', 'gantrybr0'].find(
      (name) => !taken.has(name) && !existsSync(`/sys/class/net/${name}`),
    ) ?? 'lxdbr0';
  const subnet = freeSubnet();
  const preseed = {
    config: {},
    storage_pools: [{ name: 'default', driver: 'dir' }],
    networks: [
      {
        name: bridge,
        type: 'bridge',
        config: { 'ipv4.address': subnet, 'ipv4.nat': 'true', 'ipv6.address': 'none' },
      },
    ],
    profiles: [
      {
        name: 'default',
        devices: {
          root: { type: 'disk', path: '/', pool: 'default' },
          eth0: { type: 'nic', name: 'eth0', network: bridge },
        },
      },
    ],
  };
  // An earlier run may have got as far as the bridge: the one that exists is kept.
  const { metadata } = await ask('/var/lib/lxd/unix.socket', 'GET', '/1.0/networks?recursion=1');
  const own = metadata.find(({ managed, type }) => managed && type === 'bridge');
  if (own !== undefined) {
    preseed.networks = [];
    preseed.profiles[0].devices.eth0.network = own.name;
  }
  say(`initialising LXD: pool default (dir), bridge ${own?.name ?? `${bridge} ${subnet}`}`);
  const { status, stderr } = spawnSync('lxd', ['init', '--preseed'], {
    input: JSON.stringify(preseed),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Stop(`lxd init failed: ${stderr.trim()}`);
}

function freeSubnet() {
  // Destinations stand there as little-endian hex: 10.83.77.0 is 004D530A.
  const routes = readFileSync('/proc/net/route', 'utf8').split('\n').slice(1);
  const seconds = new Set(
    routes
      .map((line) => line.split('\t')[1])
      .filter((to) => to?.endsWith('0A'))
      .map((to) => parseInt(to.slice(4, 6), 16)),
  );
  for (let second = 83; second < 255; second++) if (!seconds.has(second)) return `10.${second}.77.1/24`;
  throw new Stop('no free subnet below 10.0.0.0/8: run lxd init yourself, then npm run up again');
}

/** What keeps instances from being made, as sentences with the command that mends it. */
export async function hostProblems(socket) {
  const tool = socket.includes('incus') ? 'incus' : 'lxc';
  const { metadata: pools } = await ask(socket, 'GET', '/1.0/storage-pools');
  const { metadata: profile } = await ask(socket, 'GET', '/1.0/profiles/default');
  const root = Object.values(profile.devices).some(({ type, path }) => type === 'disk' && path === '/');
  if (pools.length === 0) {
    const command = tool === 'incus' ? 'incus admin init --auto' : 'lxd init --auto';
    return [`the host has no storage pool, so no instance can be made: ${command}`];
  }
  if (root) return [];
  const pool = pools[0].split('/').at(-1).split('?')[0];
  return [
    `the default profile has no root disk: ${tool} profile device add default root disk path=/ pool=${pool}`,
  ];
}

/** The name of an image to begin with; where the host has none at all, the starter image is made and imported. */
export async function starterImage({ socket, note }) {
  const { metadata: images } = await ask(socket, 'GET', '/1.0/images?recursion=1');
  const aliased = (image) => image.aliases[0]?.name;
  const containers = images.filter(({ type }) => type === 'container');
  const first = containers.find(aliased) ?? containers[0];
  const pending = note.get('image');
  if (images.length > 0 && !images.some(({ fingerprint }) => fingerprint === pending)) {
    return first === undefined ? null : (aliased(first) ?? first.fingerprint.slice(0, 12));
  }
  if (images.length === 0) {
    const missing = missingPackages(IMAGE_PACKAGES);
    if (missing.length > 0 && !isRoot()) {
      say(`no image on the host, and no starter image without: sudo apt-get install -y ${missing.join(' ')}`);
      return null;
    }
    await aptInstall(missing);
    say(`no image on the host: making the starter image ${STARTER}`);
    const { buildBusyboxImage } = await import('./busybox-image.mjs');
    const file = join(mkdtempSync(join(tmpdir(), 'gantry-')), 'busybox.tar.gz');
    await buildBusyboxImage(file);
    const headers = { 'content-type': 'application/octet-stream', 'content-length': statSync(file).size };
    const { operation } = await ask(socket, 'POST', '/1.0/images', createReadStream(file), headers);
    const { metadata: done } = await ask(socket, 'GET', `${operation}/wait?timeout=60`);
    rmSync(dirname(file), { recursive: true });
    if (done.status_code !== 200) throw new Stop(`the starter image was refused: ${done.err}`);
    note.set('image', done.metadata.fingerprint);
  }
  const target = note.get('image');
  await ask(socket, 'POST', '/1.0/images/aliases', { name: STARTER, target }).catch((error) => {
    if (!/exists/i.test(error.message)) throw error;
  });
  note.set('image', undefined);
  return STARTER;
}

/** A small file in the data folder: what an interrupted run had begun. */
function notes(data) {
  const file = join(data, 'up.json');
  let known = {};
  try {
    known = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The first run, or one that was cut short while writing: nothing is known.
  }
  return {
    get: (key) => known[key],
    set: (key, value) => {
      known = { ...known, [key]: value };
      mkdirSync(data, { recursive: true, mode: 0o700 });
      writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`);
    },
  };
}
