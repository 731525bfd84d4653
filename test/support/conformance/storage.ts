// What every host must do about pools and volumes.
import type { Test } from 'tap';
import { isAppError } from '../../../src/errors.js';
import type { Host, InstanceRef } from '../../../src/providers/provider.js';

async function fails(t: Test, code: string, work: Promise<unknown>, what: string): Promise<void> {
  await work.then(
    () => t.fail(`${what}: should have failed with ${code}`),
    (error: unknown) => t.equal(isAppError(error) ? error.code : String(error), code, what),
  );
}

/** Runs the part with an instance of its own use; names of volumes begin with `prefix`. */
export async function storageConformance(
  t: Test,
  host: Host,
  prefix: string,
  ref: InstanceRef,
): Promise<void> {
  const name = `${prefix}-volume`;
  const files = { content_type: 'filesystem' } as const;

  await t.test('volumes: made, attached, detached, deleted', async (t) => {
    t.equal(await host.volume('default', name), null);
    await host.addVolume('default', name, { ...files, size_mb: 16 });
    const made = await host.volume('default', name);
    t.match(made, { name, pool: 'default', type: 'custom', project: 'default', content_type: 'filesystem' });
    t.match(made, { size: '16MiB', used_by: [] });
    await fails(t, 'conflict', host.addVolume('default', name, files), 'a name that is taken');
    const device = { type: 'disk', pool: 'default', source: name, path: '/srv/data' };
    await host.update(ref, { devices: { [name]: device } });
    t.match((await host.instance(ref))?.devices[name], device);
    const listed = (await host.volumes()).find((one) => one.name === name);
    t.match(listed?.used_by, [new RegExp(`/instances/${ref.name}$`)], 'it is in use');
    await fails(t, 'conflict', host.deleteVolume('default', name), 'one that is in use');
    await host.update(ref, { devices: { [name]: null } });
    await host.deleteVolume('default', name);
    await fails(t, 'not_found', host.deleteVolume('default', name), 'a volume that is gone');
    const again = host.update(ref, { devices: { [name]: device } });
    await fails(t, 'not_found', again, 'attaching a volume that is gone');
  });

  await t.test('volumes: what cannot be is refused', async (t) => {
    await fails(t, 'not_found', host.addVolume('nonesuch', name, files), 'no such pool');
    t.equal(await host.volume('nonesuch', name), null, 'no such pool');
    for (const wrong of ['a/b', '..', '', 'a?b', 'a b', '-a']) {
      await fails(t, 'invalid_params', host.addVolume('default', wrong, files), `SEC-44 ${wrong}`);
      await fails(t, 'invalid_params', host.deleteVolume('default', wrong), `SEC-44 ${wrong}`);
      await fails(t, 'invalid_params', host.volume(wrong, name), `SEC-44 pool ${wrong}`);
    }
  });
}
