// What every host must do about networks.
import type { Test } from 'tap';
import { isAppError } from '../../../src/errors.js';
import type { Host } from '../../../src/providers/provider.js';

async function fails(t: Test, code: string, work: Promise<unknown>, what: string): Promise<void> {
  await work.then(
    () => t.fail(`${what}: should have failed with ${code}`),
    (error: unknown) => t.equal(isAppError(error) ? error.code : String(error), code, what),
  );
}

/** Runs the part; names of networks begin with `prefix`. */
export async function networkConformance(t: Test, host: Host, prefix: string): Promise<void> {
  const name = `${prefix}net`.replaceAll('-', '').slice(0, 13);
  const still = { 'ipv4.address': 'none', 'ipv6.address': 'none' };

  await t.test('networks: made, replaced by ETag, deleted', async (t) => {
    t.equal(await host.network(name), null);
    await host.addNetwork(name, 'bridge', { config: { ...still, 'user.a': '1' }, description: 'first' });
    const made = await host.network(name);
    t.match(made, { name, type: 'bridge', managed: true, description: 'first', used_by: [] });
    t.match(made?.config, { ...still, 'user.a': '1' });
    t.match(made?.etag, /^[0-9a-f]{64}$/);
    t.ok((await host.networks()).some((one) => one.name === name));
    await fails(t, 'conflict', host.addNetwork(name, 'bridge', { config: still, description: '' }), 'taken');
    const next = { config: { ...still, 'user.b': '2' }, description: 'second' };
    t.equal(await host.replaceNetwork(name, next, made?.etag ?? ''), true);
    const after = await host.network(name);
    t.match(after, next);
    t.notOk(after?.config['user.a'], 'all of it is replaced');
    t.not(after?.etag, made?.etag);
    t.equal(await host.replaceNetwork(name, next, made?.etag ?? ''), false, 'a stale ETag does nothing');
    await host.deleteNetwork(name);
    await fails(t, 'not_found', host.deleteNetwork(name), 'a network that is gone');
    await fails(t, 'not_found', host.replaceNetwork(name, next, 'x'), 'a network that is gone');
  });

  await t.test('networks: what cannot be is refused as the fault of who asked', async (t) => {
    const all = await host.networks();
    const found = all.find(({ managed }) => !managed)?.name ?? '';
    const used = all.find(({ used_by }) => used_by.length > 0)?.name ?? '';
    const add = (config: Record<string, string>, as = name): Promise<void> =>
      host.addNetwork(as, 'bridge', { config: { ...still, ...config }, description: '' });
    await fails(t, 'invalid_params', add({ 'no.such': '1' }), 'unknown key');
    await fails(t, 'invalid_params', add({ 'ipv4.address': 'lots' }), 'wrong value');
    await fails(t, 'invalid_params', add({}, 'sixteen-letters1'), 'a name that is too long');
    await fails(t, 'conflict', add({}, found), 'the name of what is there');
    await fails(t, 'conflict', host.deleteNetwork(used), 'one that is in use');
    await fails(t, 'not_found', host.deleteNetwork(found), 'one that it does not manage');
    for (const wrong of ['a/b', '..', '', 'a?b', 'a b', '-a']) {
      await fails(t, 'invalid_params', add({}, wrong), `SEC-44 ${JSON.stringify(wrong)}`);
      await fails(t, 'invalid_params', host.deleteNetwork(wrong), `SEC-44 ${JSON.stringify(wrong)}`);
    }
  });
}
