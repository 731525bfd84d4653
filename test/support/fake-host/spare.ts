// Things of a host that nothing depends on, for examples that take one away.
import type { World } from './world.js';

/** Fingerprints of the spare image and the spare certificate. */
export const SPARE = { image: 'b57a'.repeat(16), certificate: 'c0de'.repeat(16) };

/** Puts a profile, an image and a trusted certificate there, each called `spare`. */
export function addSpares(world: World): void {
  world.profiles.set('spare', { description: 'Used by nothing', config: {}, devices: {} });
  world.images.push({
    fingerprint: SPARE.image,
    aliases: ['spare'],
    type: 'container',
    properties: { description: 'Spare', os: 'busybox', release: '0', serial: '20200101_0000' },
    size: 1_000,
    cached: false,
    created_at: '2020-01-01T00:00:00Z',
  });
  world.networks.set('spare0', { type: 'bridge', managed: true, config: {}, description: '' });
  for (const name of ['spare', 'attached']) {
    world.volumes.push({ name, type: 'custom', pool: 'default', content_type: 'filesystem', size: '16MiB' });
  }
  const device = { type: 'disk', pool: 'default', source: 'attached', path: '/srv/attached' };
  world.inborn.set('web-2', { attached: device });
  world.certificates.set(SPARE.certificate, { name: 'spare', type: 'client' });
}
