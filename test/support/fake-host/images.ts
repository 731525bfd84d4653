// The fake's own images: found as LXD finds them, deleted by an operation.
import type { Reply, RouteInput } from './instances.js';
import { Refusal, type FakeImage, type Json } from './types.js';

/** Routes below /1.0/images; null when the path is none of them. */
export function imageRoutes({ world, request, operations }: RouteInput, rest: string[]): Reply | null {
  const [first, alias] = rest;
  if (first === undefined) return { kind: 'sync', metadata: world.images.map(render) };
  if (first === 'aliases') {
    const image = world.images.find((one) => one.aliases.includes(alias ?? ''));
    if (image === undefined) throw new Refusal(404, 'Image alias not found');
    return {
      kind: 'sync',
      metadata: { name: alias, description: '', target: image.fingerprint, type: image.type },
    };
  }
  // SQL LIKE, as on 5.0.2: a wildcard that gets this far finds something.
  const pattern = new RegExp(
    `^${first
      .replace(/[^0-9a-z%_]/gi, '')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}`,
  );
  const image = world.images.find((one) => pattern.test(one.fingerprint));
  if (image === undefined) throw new Refusal(404, 'Image not found');
  if (request.method !== 'DELETE') return { kind: 'sync', metadata: render(image) };
  const operation = operations.begin({
    project: 'default',
    instance: '',
    resources: { images: [`/1.0/images/${image.fingerprint}`] },
    description: 'Deleting image',
    run: async () => {
      const index = world.images.indexOf(image);
      if (index < 0) throw new Error('Image not found');
      world.images.splice(index, 1);
      return Promise.resolve();
    },
  });
  return { kind: 'async', operation };
}

function render(image: FakeImage): Json {
  return {
    ...image,
    aliases: image.aliases.map((name) => ({ name, description: '' })),
    architecture: 'x86_64',
    auto_update: false,
    public: false,
    expires_at: '1970-01-01T00:00:00Z',
    last_used_at: '0001-01-01T00:00:00Z',
    uploaded_at: image.created_at,
    profiles: ['default'],
    filename: 'busybox.tar.gz',
  };
}
