// Addresses and ports on a real LXD: a routed /64 reaches from the host into the guest, ports lead into it, and
// nothing of it is left behind.
import { execFile, spawn } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { createConnection, createServer } from 'node:net';
import { promisify } from 'node:util';
import t from 'tap';
import { parseBlock } from '../../src/core/network/address.js';
import { proxyDevices, routedNic } from '../../src/core/network/devices.js';
import type { Devices, Host } from '../../src/providers/provider.js';
import { createLxdProvider } from '../../src/providers/lxd/provider.js';
import { selfSigned } from '../support/certificates.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

const run = promisify(execFile);
const BY_UDP = `
  const socket = require('node:dgram').createSocket('udp4');
  socket.on('message', (_bytes, from) => socket.send('by-udp', from.port, from.address));
  socket.bind(7000, '127.0.0.1');
`;
const PATIENCE = { timeout_ms: 15_000 };

await onRealLxd('network', real);

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const daemon = await startLxd({ name: 'network' });
  t.teardown(() => daemon.stop());
  await importBusybox(daemon);
  const host = createLxdProvider({ identity: await selfSigned() }).open(daemon.unix);
  t.teardown(() => host.close());
  // Of its own for each run: routes belong to the machine, not to the daemon.
  const slot = (daemon.port % 0xfff0).toString(16);
  const prefix = parseBlock('prefix', `fd00:6761:${slot}:1::/64`);
  const [guest, gateway] = [`fd00:6761:${slot}:1::2`, `fd00:6761:${slot}:1::1`];
  const routes = async (): Promise<string[]> => {
    const { stdout } = await run('ip', ['-6', 'route']);
    return stdout.split('\n').filter((line) => line.startsWith(`fd00:6761:${slot}:`));
  };

  await t.test('ipam: a container with a prefix is reached from the host, and leaves no route', async (t) => {
    const ref = { project: 'default', name: 'routed' };
    await make(host, ref.name, routedNic(prefix));
    await host.setState(ref, 'start', { force: false, timeout_s: 10 });
    const { expanded_devices } = (await host.instance(ref)) ?? {};
    t.equal(expanded_devices?.['eth0']?.['ipv6.neighbor_probe'], 'false', 'taken by this LXD');
    t.ok(
      (await routes()).some((line) => line.startsWith(`fd00:6761:${slot}:1::/64 via ${guest} `)),
      'the host routes all of the prefix to the guest',
    );
    const inside = async (...command: string[]): Promise<string> =>
      (await host.exec(ref, ['ip', '-6', ...command])).output;
    t.match(await inside('addr', 'show', 'dev', 'eth0'), `inet6 ${guest}/128`, 'it comes up with ::2');
    t.match(await inside('route'), new RegExp(`default via ${gateway} dev eth0`), 'and a way out by ::1');
    await host.exec(ref, ['sh', '-c', 'nc -ll -p 7000 -e echo hello >/dev/null 2>&1 &']);
    t.equal(await until(() => spoken(guest, 7000), PATIENCE), 'hello\n', 'reached at its own address');
    t.equal(
      (await host.exec(ref, ['ping', '-6', '-c1', '-W5', gateway])).exit_code,
      0,
      'it reaches its gateway',
    );
    await host.exec(ref, ['ip', '-6', 'addr', 'add', `${guest}00/128`, 'dev', 'eth0']);
    t.equal(await until(() => spoken(`${guest}00`, 7000), PATIENCE), 'hello\n', 'another one of its prefix');
    await host.setState(ref, 'stop', { force: true, timeout_s: 0 });
    await host.delete(ref);
    t.same(await routes(), [], 'nothing is left');
  });

  await t.test('ports: tcp and udp of the host lead to a service in the container', async (t) => {
    const ref = { project: 'default', name: 'ports' };
    const port = await freePort();
    const ports = (['tcp', 'udp'] as const).map((protocol) => ({
      protocol,
      host_port: port,
      guest_port: 7000,
    }));
    await make(host, ref.name, { ...routedNic(prefix), ...proxyDevices(ports) });
    await host.setState(ref, 'start', { force: false, timeout_s: 10 });
    await host.exec(ref, ['sh', '-c', 'nc -ll -p 7000 -e echo by-tcp >/dev/null 2>&1 &']);
    const { pid } = JSON.parse(await daemon.lxc('query', '/1.0/instances/ports/state')) as { pid: number };
    // Busybox has no service for datagrams: one of ours in the network of the container is one.
    const service = spawn('nsenter', [`--net=/proc/${pid}/ns/net`, process.execPath, '-e', BY_UDP]);
    t.teardown(() => service.kill());
    t.equal(await until(() => spoken('127.0.0.1', port), PATIENCE), 'by-tcp\n');
    t.equal(await answered(port), 'by-udp');
    service.kill();
    await host.setState(ref, 'stop', { force: true, timeout_s: 0 });
    await host.delete(ref);
    await t.rejects(spoken('127.0.0.1', port), { code: 'ECONNREFUSED' }, 'the port is free again');
  });
}

async function make(host: Host, name: string, devices: Devices): Promise<void> {
  await host.create(
    { project: 'default', name },
    {
      type: 'container',
      image: { kind: 'host', alias: 'busybox' },
      profiles: ['default'],
      config: {},
      devices,
      description: '',
    },
  );
}

/** What a service says to whoever connects. */
function spoken(address: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: address, port, timeout: 2_000 });
    let text = '';
    socket.on('data', (bytes: Buffer) => (text += bytes.toString()));
    socket.once('end', () => resolve(text));
    socket.once('timeout', () => socket.destroy(new Error('no answer')));
    socket.once('error', reject);
  });
}

/** What a service says to a datagram. LXD 5.0.2 never again forwards what comes from a port that was refused once. */
async function answered(port: number): Promise<string> {
  const sockets: Socket[] = [];
  const answers: string[] = [];
  try {
    return await until(() => {
      if (answers.length === 0) {
        const socket = createSocket('udp4').on('message', (bytes: Buffer) => answers.push(bytes.toString()));
        sockets.push(socket);
        socket.send('hi', port, '127.0.0.1');
      }
      return answers[0];
    }, PATIENCE);
  } finally {
    for (const socket of sockets) socket.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : 0));
    });
  });
}
