// The fake's own images: found as LXD finds them, entered, exported, made of snapshots, deleted by an operation.
import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Reply, RouteInput } from './instances.js';
import { hasSnapshot } from './snapshots.js';
import { Refusal, type FakeImage, type FakeImageFile, type Json } from './types.js';
import type { World } from './world.js';

/** Routes below /1.0/images; null when the path is none of them. */
export function imageRoutes(input: RouteInput, rest: string[]): Reply | null {
  const { world, request, operations } = input;
  const [first, second] = rest;
  if (first === undefined && request.method === 'POST') return add(input);
  if (first === undefined) return { kind: 'sync', metadata: world.images.map(render) };
  if (first === 'aliases') return aliases(input, second);
  // SQL LIKE, as on 5.0.2: a wildcard that gets this far finds something.
  const pattern = new RegExp(
    `^${first
      .replace(/[^0-9a-z%_]/gi, '')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}`,
  );
  const image = world.images.find((one) => pattern.test(one.fingerprint));
  if (image === undefined) throw new Refusal(404, 'Image not found');
  if (second === 'export') return exported(world, image);
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

/** Puts an image with its files there at once; returns its fingerprint. */
export function placeImage(world: World, files: FakeImageFile[], given: Partial<FakeImage> = {}): string {
  const fingerprint = fingerprintOf(files);
  world.imageFiles.set(fingerprint, files);
  world.images.push({
    fingerprint,
    aliases: [],
    type: files.some(({ name }) => name === 'rootfs.img') ? 'virtual-machine' : 'container',
    properties: {},
    size: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    cached: false,
    created_at: new Date().toISOString(),
    ...given,
  });
  return fingerprint;
}

function fingerprintOf(files: readonly FakeImageFile[]): string {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  return hash.digest('hex');
}

function aliases({ world, request }: RouteInput, name: string | undefined): Reply | null {
  const body = (request.body ?? {}) as Json;
  const target = (): FakeImage => {
    const found = world.images.find(({ fingerprint }) => fingerprint === body['target']);
    if (found === undefined) throw new Refusal(404, 'Image not found');
    return found;
  };
  if (name === undefined) {
    if (request.method !== 'POST') return null;
    const wanted = String(body['name'] ?? '');
    if (world.images.some((one) => one.aliases.includes(wanted))) {
      throw new Refusal(409, `Alias "${wanted}" already exists`);
    }
    target().aliases.push(wanted);
    return { kind: 'sync', metadata: {}, status: 201 };
  }
  const image = world.images.find((one) => one.aliases.includes(name));
  if (image === undefined) throw new Refusal(404, 'Image alias not found');
  if (request.method === 'PUT') {
    const next = target();
    image.aliases = image.aliases.filter((alias) => alias !== name);
    next.aliases.push(name);
    return { kind: 'sync', metadata: {} };
  }
  const { fingerprint, type } = image;
  return { kind: 'sync', metadata: { name, description: '', target: fingerprint, type } };
}

/** One file as it is, several as a form; images nobody gave files to are a file of their own name. */
function exported(world: World, image: FakeImage): Reply {
  const files = world.imageFiles.get(image.fingerprint) ?? [
    { name: 'image' as const, bytes: Buffer.from(image.fingerprint) },
  ];
  const [first] = files;
  if (first?.name === 'image') {
    return { kind: 'bytes', bytes: first.bytes, headers: { 'Content-Type': 'application/octet-stream' } };
  }
  const boundary = randomBytes(30).toString('hex');
  const parts = files.flatMap(({ name, bytes }, index) => [
    Buffer.from(
      `${index === 0 ? '' : '\r\n'}--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="x"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n',
    ),
    bytes,
  ]);
  const bytes = Buffer.concat([...parts, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { kind: 'bytes', bytes, headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } };
}

function add({ world, request, headers, operations }: RouteInput): Reply {
  const begin = (description: string, run: () => void): Reply => ({
    kind: 'async',
    operation: operations.begin({
      project: 'default',
      instance: '',
      resources: {},
      description,
      run: () => Promise.resolve().then(run),
    }),
  });
  if (!Buffer.isBuffer(request.body)) return publish(world, (request.body ?? {}) as Json, begin);
  const body = request.body;
  const type = headers['content-type'] ?? '';
  const boundary = /boundary=([^;]+)/.exec(type)?.[1];
  const files = boundary === undefined ? [{ name: 'image' as const, bytes: body }] : split(body, boundary);
  return begin('Downloading image', () => {
    const expected = headers['x-lxd-fingerprint'];
    const fingerprint = fingerprintOf(files);
    if (expected !== undefined && expected !== fingerprint) {
      throw new Error(`fingerprints don't match, got ${fingerprint} expected ${String(expected)}`);
    }
    if (world.images.some((one) => one.fingerprint === fingerprint)) {
      throw new Error('Image with same fingerprint already exists');
    }
    placeImage(world, files);
  });
}

function publish(world: World, body: Json, begin: (what: string, run: () => void) => Reply): Reply {
  const source = (body['source'] ?? {}) as Json;
  const [instance = '', snapshot = ''] = String(source['name'] ?? '').split('/');
  if (source['type'] !== 'snapshot') throw new Refusal(400, `Invalid source type`);
  if (!['', 'gzip', 'none', 'xz'].includes(String(body['compression_algorithm'] ?? ''))) {
    throw new Refusal(400, 'Invalid compression algorithm');
  }
  const found = world.need('default', instance);
  if (!hasSnapshot(world, found, snapshot)) throw new Refusal(404, 'Instance snapshot not found');
  return begin('Downloading image', () => {
    const properties = (body['properties'] ?? {}) as Record<string, string>;
    placeImage(world, [{ name: 'image', bytes: tarball(`${instance}/${snapshot} ${Date.now()}`) }], {
      properties,
    });
  });
}

/** A whole image of a container, as small as it gets: its salt is a file in it. */
function tarball(salt: string): Buffer {
  const metadata = 'architecture: x86_64\ncreation_date: 1700000000\nproperties:\n  os: busybox\n';
  const entries = [
    entry('metadata.yaml', '0', metadata),
    entry('rootfs', '5', ''),
    entry('rootfs/salt', '0', salt),
    Buffer.alloc(1024),
  ];
  return gzipSync(Buffer.concat(entries));
}

function entry(name: string, type: string, content: string): Buffer {
  const bytes = Buffer.from(content);
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000755\0', 100);
  head.write('0000000\0', 108);
  head.write('0000000\0', 116);
  head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('00000000000\0', 136);
  head.write('        ', 148);
  head.write(type, 156);
  head.write('ustar\x0000', 257, 'latin1');
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

function split(body: Buffer, boundary: string): FakeImageFile[] {
  const files: FakeImageFile[] = [];
  let at = body.indexOf(`--${boundary}\r\n`);
  while (at >= 0) {
    const head = body.indexOf('\r\n\r\n', at);
    const end = body.indexOf(`\r\n--${boundary}`, head);
    const name = /name="([^"]*)"/.exec(body.toString('latin1', at, head))?.[1];
    if (name !== (files.length === 0 ? 'metadata' : 'rootfs') && name !== 'rootfs.img') {
      throw new Refusal(400, 'Invalid multipart image');
    }
    files.push({ name, bytes: body.subarray(head + 4, end) });
    at =
      body.toString('latin1', end + boundary.length + 4, end + boundary.length + 6) === '--' ? -1 : end + 2;
  }
  return files;
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
