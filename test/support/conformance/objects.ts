// What every host must do about profiles, images and trusted certificates.
import type { Test } from 'tap';
import { type Code, isAppError } from '../../../src/errors.js';
import type { Host } from '../../../src/providers/provider.js';

async function fails(t: Test, code: Code, work: Promise<unknown>, what: string): Promise<void> {
  await work.then(
    () => t.fail(`${what}: should have failed with ${code}`),
    (error: unknown) => t.equal(isAppError(error) ? error.code : String(error), code, what),
  );
}

/** Runs the part; profile names begin with `prefix`. */
export async function objectConformance(t: Test, host: Host, prefix: string): Promise<void> {
  const name = `${prefix}-profile`;
  const spec = { description: 'first', config: { 'user.a': '1' }, devices: {} };

  await t.test('profiles: made, replaced by ETag, renamed, deleted', async (t) => {
    t.equal(await host.profile(name), null);
    await host.addProfile(name, spec);
    const made = await host.profile(name);
    t.match(made, { name, ...spec, used_by: [] });
    t.match(made?.etag, /^[0-9a-f]{64}$/);
    t.ok((await host.profiles()).some((one) => one.name === name && one.etag === made?.etag));
    await fails(t, 'conflict', host.addProfile(name, spec), 'a name that is taken');
    const next = {
      description: 'second',
      config: { 'limits.memory': '64MiB' },
      devices: { d: { type: 'none' } },
    };
    t.equal(await host.replaceProfile(name, next, made?.etag ?? ''), true);
    const after = await host.profile(name);
    t.match(after, next);
    t.notOk(after?.config['user.a'], 'all of it is replaced');
    t.not(after?.etag, made?.etag);
    t.equal(await host.replaceProfile(name, spec, made?.etag ?? ''), false, 'a stale ETag does nothing');
    t.match(await host.profile(name), next);
    await fails(t, 'conflict', host.renameProfile(name, 'default'), 'renamed to a name that is taken');
    await host.renameProfile(name, `${name}2`);
    t.equal(await host.profile(name), null);
    t.equal((await host.profile(`${name}2`))?.etag, after?.etag, 'the name is no part of the ETag');
    await host.deleteProfile(`${name}2`);
    await fails(t, 'not_found', host.deleteProfile(`${name}2`), 'a profile that is gone');
    await fails(t, 'not_found', host.replaceProfile(name, spec, 'x'), 'a profile that is gone');
  });

  await t.test('profiles: what cannot be is refused as the fault of who asked', async (t) => {
    const add = (given: object): Promise<void> => host.addProfile(name, { ...spec, ...given });
    await fails(t, 'invalid_params', add({ config: { 'no.such': '1' } }), 'unknown key');
    await fails(t, 'invalid_params', add({ config: { 'limits.memory': 'lots' } }), 'wrong value');
    await fails(t, 'invalid_params', add({ config: { 'volatile.x': '1' } }), 'volatile key');
    await fails(t, 'invalid_params', add({ devices: { d: { type: 'bogus' } } }), 'unknown device');
    for (const wrong of ['a/b', '..', '', 'a%2Fb', 'a?b', 'a#b', 'a\0b', 'a\u2215b']) {
      await fails(t, 'invalid_params', host.addProfile(wrong, spec), `SEC-44 ${JSON.stringify(wrong)}`);
      await fails(t, 'invalid_params', host.profile(wrong), `SEC-44 ${JSON.stringify(wrong)}`);
    }
  });

  await t.test('images and certificates: what is not there is not found', async (t) => {
    await fails(t, 'not_found', host.deleteImage('000000000000'), 'image');
    await fails(t, 'not_found', host.revokeCertificate('000000000000'), 'certificate');
    for (const wrong of ['%', '%%%%%%%%%%%%', 'f', `${'0'.repeat(11)}_`]) {
      await fails(t, 'invalid_params', host.deleteImage(wrong), `SEC-44 ${wrong}`);
      await fails(t, 'invalid_params', host.revokeCertificate(wrong), `SEC-44 ${wrong}`);
    }
  });
}
