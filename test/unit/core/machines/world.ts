// A world with two more hosts at one place and a pool of addresses: what the tests of machines share.
import type { Test } from 'tap';
import type { Caller } from '../../../../src/core/access.js';
import type { Core, InstanceRow, MachineWish } from '../../../../src/core/core.js';
import { isAppError } from '../../../../src/errors.js';
import { uuid } from '../../../../src/ids.js';
import { FakeHost } from '../../../support/fake-host.js';
import { startWorld, type World } from '../../../support/world.js';

export interface MachineWorld {
  world: World;
  core: Core;
  hosts: FakeHost[];
  /** A caller as a dialect makes one. */
  as(token: string): Caller;
  /** A wish with what most of them have. */
  wish(given?: Partial<MachineWish>): MachineWish;
  /** Makes a machine as alice and waits for its end. */
  make(given?: Partial<MachineWish>): Promise<InstanceRow>;
  /** What stands in the database, deleted or not. */
  row(id: number): Promise<InstanceRow>;
}

type Options = NonNullable<Parameters<typeof startWorld>[0]> & {
  /** What the two hosts are. */
  flavour?: 'lxd' | 'incus';
  /** Length of the pool, whose first address is 2001:db8::. */
  pool?: number;
};

/** Starts it: server 1 stands nowhere, servers 2 and 3 at place 1 (`dal1`), project 4 is alice's. */
export async function machineWorld(t: Test, options: Options = {}): Promise<MachineWorld> {
  const world = await startWorld(options);
  t.teardown(() => world.close());
  const { core } = world.app.app.core;
  const hosts: FakeHost[] = [];
  for (const name of ['one', 'two']) {
    const host = await FakeHost.start({
      kind: 'https',
      flavour: options.flavour ?? 'lxd',
      trusted: [core.identity_fingerprint],
      ...options.host,
    });
    t.teardown(() => host.stop());
    hosts.push(host);
    await world.app.must(
      'server.add',
      {
        server_host: host.endpoint.address,
        server_port: host.endpoint.port,
        server_fingerprint: host.fingerprint,
        server_name: name,
        server_protocol: options.flavour ?? 'lxd',
        location_id: 1,
      },
      { token: world.adminToken },
    );
  }
  await world.app.app.db.tx((tx) =>
    tx.prefixes.insert({
      uuid: uuid(),
      parent_id: null,
      family: 6,
      network: Buffer.from('20010db8'.padEnd(32, '0'), 'hex'),
      length: options.pool ?? 42,
      purpose: 'pool',
      location_id: 1,
      server_id: null,
      project_id: null,
      is_public: 1,
      is_management: 0,
      details: '',
      customdata: null,
      created_at: 1,
      released_at: null,
    }),
  );
  const as: MachineWorld['as'] = (token) => ({
    actor: core.tokens.authenticate(token),
    request_id: 'r-1',
    client_request_id: '',
    address: '192.0.2.1',
    via: 'aarch64',
    audit: { method: 'aarch64/vms.create', params: {}, written: false },
    idempotency_key: null,
  });
  const row = async (id: number): Promise<InstanceRow> => {
    const found = await world.app.app.db.read.instances.any(id);
    if (found === undefined) throw new Error(`no instance ${id}`);
    return found;
  };
  const wish: MachineWorld['wish'] = (given = {}) => ({
    project_id: 4,
    place: { location_id: 1 },
    size: { plan_id: 1 },
    image: { os_id: 1 },
    hostname: 'vm_1.example.net',
    network: 'prefix',
    ...given,
  });
  return {
    world,
    core,
    hosts,
    as,
    row,
    wish,
    make: async (given) => {
      const made = await core.machines.create(as(world.userToken), wish(given), { wait: 20 });
      return row(made.instance_id);
    },
  };
}

/** The code a wish is refused with. */
export async function refusal(
  house: MachineWorld,
  given: Partial<MachineWish>,
  token = house.world.userToken,
  wait = 0,
): Promise<string> {
  try {
    await house.core.machines.create(house.as(token), house.wish(given), { wait });
    return 'ok';
  } catch (error) {
    if (!isAppError(error)) throw error;
    return `${error.code}: ${error.message}`;
  }
}
