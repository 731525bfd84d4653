// What every host must do about snapshots of an instance, and about its name.
import type { Test } from 'tap';
import { isAppError } from '../../../src/errors.js';
import type { Host, InstanceRef } from '../../../src/providers/provider.js';

async function fails(t: Test, code: string, work: Promise<unknown>, what: string): Promise<void> {
  await work.then(
    () => t.fail(`${what}: should have failed with ${code}`),
    (error: unknown) => t.equal(isAppError(error) ? error.code : String(error), code, what),
  );
}

/** Runs the part with a running instance; it is left as it was. */
export async function snapshotConformance(t: Test, host: Host, ref: InstanceRef): Promise<void> {
  const accepted: string[] = [];
  const hooks = { accepted: (id: string) => void accepted.push(id) };

  await t.test('snapshots: made, restored with a restart, deleted', async (t) => {
    t.same(await host.snapshots(ref), []);
    t.equal(await host.snapshot(ref, 'first'), null);
    await host.update(ref, { config: { 'user.then': '1' } });
    await host.addSnapshot(ref, 'first', { stateful: false }, hooks);
    const made = await host.snapshot(ref, 'first');
    t.match(made, { name: 'first', stateful: false, config: { 'user.then': '1' } });
    t.ok((made?.created_at ?? 0) > 1_600_000_000_000);
    t.ok(made?.expanded_devices['root'] !== undefined);
    t.equal((await host.instance(ref))?.power, 'running', 'it runs on');
    const again = host.addSnapshot(ref, 'first', { stateful: false });
    await fails(t, 'conflict', again, 'a name that is taken');
    await host.addSnapshot(ref, 'second', { stateful: false });
    const names = (await host.snapshots(ref)).map(({ name }) => name);
    t.same(names, ['first', 'second'], 'oldest first');
    const before = await host.instance(ref);
    await host.update(ref, { config: { 'user.then': null, 'user.since': '1' } });
    await host.restoreSnapshot(ref, 'first', hooks);
    const after = await host.instance(ref);
    t.equal(after?.config['user.then'], '1', 'the configuration is what it was');
    t.equal(after?.config['user.since'], undefined);
    t.equal(after?.uuid, before?.uuid, 'it is the same instance');
    t.equal(after?.power, 'running');
    t.ok((after?.last_used_at ?? 0) > (before?.last_used_at ?? 0), 'started again');
    await host.deleteSnapshot(ref, 'first', hooks);
    t.equal(await host.snapshot(ref, 'first'), null);
    await t.resolves(host.deleteSnapshot(ref, 'first'), 'a missing one is fine');
    await host.deleteSnapshot(ref, 'second');
    t.equal(new Set(accepted).size, 3, 'each is an operation of the host');
    await host.update(ref, { config: { 'user.then': null } });
  });

  await t.test('snapshots: what cannot be is refused', async (t) => {
    const nowhere = { ...ref, name: 'nonesuch' };
    await fails(t, 'not_found', host.restoreSnapshot(ref, 'nonesuch'), 'restore of a missing one');
    await fails(t, 'not_found', host.snapshots(nowhere), 'of a missing instance');
    await fails(t, 'not_found', host.addSnapshot(nowhere, 'x', { stateful: false }), 'of a missing instance');
    for (const wrong of ['a/b', '..', '.', '', 'a?b', 'a b', '-a']) {
      const what = `SEC-44 ${JSON.stringify(wrong)}`;
      await fails(t, 'invalid_params', host.addSnapshot(ref, wrong, { stateful: false }), what);
      await fails(t, 'invalid_params', host.restoreSnapshot(ref, wrong), what);
      await fails(t, 'invalid_params', host.deleteSnapshot(ref, wrong), what);
      await fails(t, 'invalid_params', host.snapshot(ref, wrong), what);
    }
  });

  await t.test('rename: of a stopped one, to a free name', async (t) => {
    const to = { ...ref, name: `${ref.name}-new` };
    await fails(t, 'bad_state', host.rename(ref, to.name), 'while it runs');
    await host.setState(ref, 'stop', { force: true, timeout_s: 10 });
    const before = await host.instance(ref);
    await host.rename(ref, to.name, hooks);
    t.equal(await host.instance(ref), null);
    t.equal((await host.instance(to))?.uuid, before?.uuid, 'it is the same instance');
    await fails(t, 'not_found', host.rename(ref, 'other'), 'one that is gone');
    await fails(t, 'conflict', host.rename(to, to.name), 'a name that is taken');
    await fails(t, 'invalid_params', host.rename(to, 'a/b'), 'SEC-44');
    await host.rename(to, ref.name);
    await host.setState(ref, 'start', { force: false, timeout_s: 10 });
  });
}
