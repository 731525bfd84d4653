// Ports of servers: by number or any that is free, never twice, given back at once.
import t from 'tap';
import { nextFreePort, reservePorts } from '../../../../src/core/network/allocate.js';
import { parseRange } from '../../../../src/core/network/ports.js';
import { bury, house, make } from './house.js';

t.test('ports', async (t) => {
  const db = await house(t);
  const [a, b] = await db.tx(async (tx) => [await make(tx), await make(tx)] as const);
  const port = (protocol: 'tcp' | 'udp', host_port: number, guest_port = 80) => ({
    protocol,
    host_port,
    guest_port,
    is_primary: false,
  });
  const reserve = (instance_id: number, ...ports: ReturnType<typeof port>[]) =>
    db.tx((tx) => reservePorts(tx, { instance_id, server_id: 1, ports }));
  await reserve(a, port('tcp', 20_000), port('tcp', 20_001), port('udp', 20_002));
  await t.rejects(reserve(b, port('udp', 20_001), port('tcp', 20_001)), {
    code: 'conflict',
    message: 'tcp port 20001 of the server is in use',
  });
  t.same(await db.read.ports.ofInstances([b]), [], 'nothing was kept');
  await t.rejects(reserve(b, port('tcp', 5), port('tcp', 5)), {
    code: 'invalid_params',
    message: /tcp port 5 twice/,
  });
  for (const wrong of [-1, 65_536, 1.5]) {
    await t.rejects(reserve(b, port('tcp', wrong)), { code: 'invalid_params' });
    await t.rejects(reserve(b, port('tcp', 5, wrong)), { code: 'invalid_params' });
  }
  const next = (protocol: 'tcp' | 'udp' | 'both', server_id = 1) =>
    db.tx((tx) => nextFreePort(tx, server_id, protocol));
  t.equal(await next('tcp'), 20_002);
  t.equal(await next('udp'), 20_000);
  t.equal(await next('both'), 20_003);
  t.equal(await next('both', 2), 20_000, 'another server has its own');
  await t.rejects(
    db.tx((tx) => nextFreePort(tx, 1, 'tcp', { first: 20_000, last: 20_001 })),
    { code: 'no_capacity', message: 'no tcp port of 20000-20001 is free' },
  );
  await db.tx((tx) => bury(tx, a, 1));
  t.equal(await next('both'), 20_000);
});

t.test('ports that are not asked for by number', async (t) => {
  const db = await house(t);
  const [a, b] = await db.tx(async (tx) => [await make(tx), await make(tx)] as const);
  const any = (protocol: 'tcp' | 'udp', guest_port: number) => ({
    protocol,
    host_port: 0,
    guest_port,
    is_primary: false,
  });
  const reserve = async (instance_id: number, ...ports: ReturnType<typeof any>[]): Promise<string[]> =>
    (
      await db.tx((tx) =>
        reservePorts(tx, { instance_id, server_id: 1, ports, range: parseRange('30000-30004') }),
      )
    ).map(({ protocol, host_port, guest_port }) => `${protocol} ${host_port}:${guest_port}`);
  t.same(await reserve(a, any('udp', 53)), ['udp 30000:53']);
  t.same(
    await reserve(b, any('tcp', 80), any('tcp', 25_565), any('udp', 25_565)),
    ['tcp 30000:80', 'tcp 30001:25565', 'udp 30001:25565'],
    'both protocols of a port get one number',
  );
  t.same(
    (await db.read.ports.ofInstances([b])).map(({ host_port }) => host_port),
    [30_000, 30_001, 30_001],
  );
  t.same(await reserve(a, any('tcp', 1), any('tcp', 2), any('tcp', 3)), [
    'tcp 30002:1',
    'tcp 30003:2',
    'tcp 30004:3',
  ]);
  await t.rejects(reserve(a, any('tcp', 4)), { code: 'no_capacity', message: /30000-30004/ });
  for (const text of ['0-5', '5-4', '1-65536', '20000']) t.throws(() => parseRange(text), /ports.range/);
});
