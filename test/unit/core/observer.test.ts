// The observer: what a host says becomes rows and events, each change once, whatever order the reads end in.
import t, { type Test } from 'tap';
import { type Observer, createObserver } from '../../../src/core/observer.js';
import type { Db } from '../../../src/db/open.js';
import type { Host, HostInstance, InstanceRef } from '../../../src/providers/provider.js';
import { seedInstance, seedOperation, seedServer, seedUser, testDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

function seen(name: string, given: Partial<HostInstance> = {}): HostInstance {
  return {
    project: 'default',
    name,
    location: '',
    type: 'container',
    power: 'stopped',
    busy: false,
    will_start: false,
    architecture: 'x86_64',
    description: '',
    profiles: ['default'],
    config: { 'image.os': 'busybox' },
    devices: {},
    expanded_config: {},
    expanded_devices: {},
    created_at: 5,
    last_used_at: 0,
    uuid: `uuid-${name}`,
    gantry_uuid: '',
    ...given,
  };
}

interface House {
  db: Db;
  observer: Observer;
  there: Map<string, HostInstance>;
  /** Reads of single instances wait while this is set. */
  hold: { gate: Promise<void> | null };
  reads: () => number;
  refresh: (name: string) => Promise<void>;
  told: () => Promise<string[]>;
}

async function house(t: Test): Promise<House> {
  const db = await testDatabase(t);
  await db.tx(async (tx) => {
    await seedUser(tx, 'alice');
    await seedServer(tx, 'lab', { added_by: 1 });
  });
  const there = new Map<string, HostInstance>();
  const hold: House['hold'] = { gate: null };
  let reads = 0;
  const host = {
    instances: async () => [...there.values()],
    instance: async ({ name }: InstanceRef) => {
      reads += 1;
      const found = there.get(name) ?? null;
      await hold.gate;
      return found;
    },
  } as unknown as Host;
  const observer = createObserver({
    db,
    clock: () => 77,
    host: (id) => (id === 1 ? host : null),
    onError: t.error,
    settle_ms: 300,
  });
  return {
    db,
    observer,
    there,
    hold,
    reads: () => reads,
    refresh: (name) => observer.refresh(1, { project: 'default', name }),
    told: async () =>
      (await db.read.events.after(0)).map(({ type, instance_id }) => `${instance_id} ${type}`),
  };
}

t.test('adopts, notes and buries, each once', async (t) => {
  const { db, observer, there, refresh, told } = await house(t);
  const limits = { expanded_config: { 'limits.memory': '1GiB', 'limits.cpu': '2' } };
  there.set('a', seen('a', { power: 'running', ...limits }));
  there.set('b', seen('b'));
  await observer.sweep(1);
  await observer.sweep(1);
  t.match(await db.read.instances.get(1), {
    lxd_name: 'a',
    power_state: 'running',
    project_id: 1,
    created_by: null,
    vcpus: 2,
    memory_mb: 1024,
    created_at: 5,
  });
  there.set('a', seen('a', { power: 'frozen', ...limits }));
  await refresh('a');
  await refresh('a');
  there.set('a', seen('a', { power: 'running', ...limits }));
  await refresh('a');
  there.set('a', seen('a', { power: 'running', ...limits, description: 'new' }));
  await refresh('a');
  there.delete('b');
  await observer.sweep(1);
  await refresh('b');
  t.same(await told(), [
    '1 instance.adopted',
    '2 instance.adopted',
    '1 instance.frozen',
    '1 instance.unfrozen',
    '1 instance.updated',
    '2 instance.deleted',
  ]);
  t.equal(await db.read.instances.get(2), undefined);
  t.equal((await db.read.instances.any(2))?.state, 'deleted');
});

t.test('what the host is in the middle of is not a state', async (t) => {
  const { db, there, observer, refresh } = await house(t);
  there.set('a', seen('a', { power: 'running' }));
  await observer.sweep(1);
  there.set('a', seen('a', { power: 'unknown', busy: true }));
  await refresh('a');
  t.equal((await db.read.instances.get(1))?.power_state, 'running');
});

t.test('REL-63 one read in flight per instance; later hints are folded into the next', async (t) => {
  const { db, there, observer, hold, reads, refresh, told } = await house(t);
  there.set('a', seen('a', { power: 'stopped' }));
  await observer.sweep(1);
  let open: () => void = () => undefined;
  hold.gate = new Promise((resolve) => (open = resolve));
  const first = refresh('a');
  there.set('a', seen('a', { power: 'running' }));
  const later = Array.from({ length: 50 }, () => refresh('a'));
  t.equal(reads(), 1);
  hold.gate = null;
  open();
  await Promise.all([first, ...later]);
  t.equal(reads(), 2, 'fifty hints, one more read');
  t.equal((await db.read.instances.get(1))?.power_state, 'running');
  t.same((await told()).slice(1), ['1 instance.started']);
});

t.test('REL-64 a sweep that began earlier does not undo what was read later', async (t) => {
  const { db, there, observer, refresh } = await house(t);
  there.set('a', seen('a', { power: 'stopped' }));
  await observer.sweep(1);
  const old = [...there.values()];
  let open: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (open = resolve));
  const late = createObserver({
    db,
    clock: () => 77,
    onError: t.error,
    host: () =>
      ({
        instances: async () => {
          await slow;
          return old;
        },
        instance: async () => there.get('a') ?? null,
      }) as unknown as Host,
  });
  const sweeping = late.sweep(1);
  there.set('a', seen('a', { power: 'running' }));
  await late.refresh(1, { project: 'default', name: 'a' });
  open();
  await sweeping;
  t.equal((await db.read.instances.get(1))?.power_state, 'running');
  await refresh('a');
});

t.test('a rename keeps the row; what comes back after our forgetting is known again', async (t) => {
  const { db, there, observer, refresh, told } = await house(t);
  there.set('a', seen('a'));
  await observer.sweep(1);
  there.delete('a');
  there.set('z', seen('z', { uuid: 'uuid-a' }));
  await refresh('z');
  t.match(await db.read.instances.get(1), { lxd_name: 'z' });
  await refresh('a');
  t.match(await db.read.instances.get(1), { lxd_name: 'z', deleted_at: null }, 'the old name is nobody now');
  t.same(await told(), ['1 instance.adopted', '1 instance.renamed']);
  await db.tx((tx) => tx.instances.update(1, { uuid: 'ours', state: 'deleted', deleted_at: 9 }));
  there.set('z', seen('z', { uuid: 'uuid-a', gantry_uuid: 'ours' }));
  await observer.sweep(1);
  t.match(await db.read.instances.get(1), { state: 'ready', deleted_at: null });
});

t.test(
  'what is not there yet because it is being made stays; what it becomes is told in the name of the work',
  async (t) => {
    const { db, there, observer, refresh } = await house(t);
    await db.tx(async (tx) => {
      await seedInstance(tx, 'n', { state: 'queued', uuid: 'u-n' });
      await seedOperation(tx, {
        kind: 'instance.create',
        user_id: 1,
        request_id: 'r-1',
        step: 'start',
        status: 'running',
      });
    });
    await observer.sweep(1);
    await refresh('n');
    t.equal((await db.read.instances.get(1))?.state, 'queued');
    there.set('n', seen('n', { gantry_uuid: 'u-n', power: 'running' }));
    await refresh('n');
    const [event] = await db.read.events.after(0);
    t.match(event, {
      type: 'instance.started',
      via: 'native',
      operation_id: 1,
      user_id: 1,
      request_id: 'r-1',
    });
  },
);

t.test('two rows of one daemon: what is there belongs to the first', async (t) => {
  const { db, there, observer } = await house(t);
  await db.tx(async (tx) => {
    await tx.servers.update(1, { daemon_fingerprint: 'f' });
    await seedServer(tx, 'same', { added_by: 1, daemon_fingerprint: 'f' });
  });
  there.set('a', seen('a'));
  const second = createObserver({
    db,
    clock: () => 1,
    onError: t.error,
    host: () => ({ instances: async () => [...there.values()] }) as unknown as Host,
  });
  await second.sweep(2);
  t.same(await db.read.instances.onServer(2), []);
  await observer.sweep(1);
  t.equal((await db.read.instances.onServer(1)).length, 1);
});

t.test('a hundred and twenty at once, in several transactions', async (t) => {
  const { db, there, observer } = await house(t);
  for (let n = 0; n < 120; n += 1) there.set(`i-${n}`, seen(`i-${n}`));
  await observer.sweep(1);
  t.equal((await db.read.instances.onServer(1)).length, 120);
  there.clear();
  await observer.sweep(1);
  await until(async () => (await db.read.instances.onServer(1)).length === 0);
});

t.test('what a host that died starts again by itself was never stopped', async (t) => {
  const { db, observer, there, refresh, told } = await house(t);
  there.set('a', seen('a', { power: 'running' }));
  await observer.sweep(1);
  there.set('a', seen('a', { power: 'stopped', will_start: true }));
  await observer.sweep(1);
  t.match(await db.read.instances.get(1), { power_state: 'running' }, 'a moment more is waited');
  there.set('a', seen('a', { power: 'running' }));
  await refresh('a');
  t.same(await told(), ['1 instance.adopted']);

  there.set('a', seen('a', { power: 'stopped', will_start: true }));
  await observer.sweep(1);
  await until(async () => (await db.read.instances.get(1))?.power_state === 'stopped', {
    what: 'one that is not started to show as stopped',
  });
  t.same(await told(), ['1 instance.adopted', '1 instance.stopped']);
});

t.test(
  'SEC-25 what a queued change was granted stays counted, and a root disk counts by whatever name',
  async (t) => {
    const { db, observer, there, refresh } = await house(t);
    const limits = { 'limits.memory': '100MiB', 'limits.cpu': '2' };
    const disks = { system: { type: 'disk', path: '/', pool: 'p', size: '3GiB' } };
    there.set('a', seen('a', { expanded_config: limits, expanded_devices: disks }));
    await observer.sweep(1);
    t.match(await db.read.instances.get(1), { vcpus: 2, memory_mb: 100, disk_mb: 3072 });
    const reserve = { vcpus: 1, memory_mb: 500, disk_mb: null };
    const id = await db.tx((tx) =>
      seedOperation(tx, { kind: 'instance.update', input: JSON.stringify({ reserve }) }),
    );
    there.set('a', seen('a', { expanded_config: limits, expanded_devices: disks, description: 'new' }));
    await refresh('a');
    t.match(await db.read.instances.get(1), { vcpus: 2, memory_mb: 500, disk_mb: 3072 });
    await db.tx((tx) => tx.operations.update(id, { status: 'success' }));
    there.set('a', seen('a', { expanded_config: limits, expanded_devices: disks }));
    await refresh('a');
    t.match(await db.read.instances.get(1), { vcpus: 2, memory_mb: 100, disk_mb: 3072 });
  },
);

t.test('a copy made on the host carries our key along and is another instance all the same', async (t) => {
  const { db, observer, there, refresh, told } = await house(t);
  there.set('a', seen('a'));
  await observer.sweep(1);
  const gantry_uuid = (await db.read.instances.get(1))?.uuid ?? '';
  there.set('a', seen('a', { gantry_uuid }));
  there.set('b', seen('b', { gantry_uuid }));
  await refresh('b');
  await observer.sweep(1);
  t.match(await db.read.instances.get(1), { lxd_name: 'a' });
  t.match(await db.read.instances.get(2), { lxd_name: 'b' });
  t.same(await told(), ['1 instance.adopted', '2 instance.adopted']);
});
