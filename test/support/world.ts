// The fixture world of contract examples: two users, a third stranger, one fake host, two instances of alice.
import type { World as SweepWorld } from '../sweep/world.js';
import { type TestApp, type TestAppOptions, startTestApp } from './app.js';
import { addCatalogue } from './catalogue.js';
import { FakeHost, type FakeHostOptions } from './fake-host.js';
import { placeSnapshot } from './fake-host/snapshots.js';
import { addSpares } from './fake-host/spare.js';

/** The world, with everything a test may want to reach. */
export interface World extends SweepWorld {
  app: TestApp;
  host: FakeHost;
  close(): Promise<void>;
}

/** Starts the world; `host` options change the fake server. */
export async function startWorld(
  options: { app?: TestAppOptions; host?: Partial<FakeHostOptions> } = {},
): Promise<World> {
  const host = await FakeHost.start({ kind: 'https', ...options.host });
  addSpares(host.world);
  let app: TestApp | undefined;
  try {
    app = await startTestApp(options.app);
    return await furnish(app, host);
  } catch (error) {
    // What is left open would keep the test file from ending.
    await app?.close();
    await host.stop();
    throw error;
  }
}

async function furnish(app: TestApp, host: FakeHost): Promise<World> {
  const adminToken = await app.admin();
  const userToken = await app.user('alice');
  const otherToken = await app.user('bob');
  await addServer(app, host, adminToken);
  await app.must('server.grant', { server_id: 1, user_id: 2 }, { token: adminToken });
  await addInstances(app, userToken);
  await addCatalogue(app, adminToken, userToken);
  placeSnapshot(host.world, host.world.need('default', 'web-2'), 'before');
  return {
    app,
    host,
    url: app.url,
    adminToken,
    userToken,
    otherToken,
    call: (method, params, { token } = {}) => app.call(method, params, token === undefined ? {} : { token }),
    close: async () => {
      await app.close();
      await host.stop();
    },
  };
}

/** The two instances of the fixture world: one runs, one is stopped. */
export async function addInstances(app: TestApp, token: string): Promise<void> {
  for (const [instance_name, instance_start] of [
    ['web-1', true],
    ['web-2', false],
  ] as const) {
    await app.must(
      'instance.add',
      { server_id: 1, instance_name, instance_image: 'busybox', instance_start, wait: 20 },
      { token },
    );
  }
}

/** Registers a fake host; returns the server's number. */
export async function addServer(
  app: TestApp,
  host: FakeHost,
  token: string,
  server_name = 'lab',
): Promise<number> {
  const data = await app.must<{ id: number }>(
    'server.add',
    {
      server_host: host.endpoint.address,
      server_port: host.endpoint.port,
      server_password: host.password,
      server_fingerprint: host.fingerprint,
      server_name,
    },
    { token },
  );
  return data.id;
}
