// `gantry image publish` and `gantry image list`: our own image server from the command line.
import { ClientError, type AnyDocument, type Client } from '../client/client.js';
import { uploadFile } from '../client/upload.js';
import type { Field } from '../client/catalog.js';
import { openImageFiles, type ImageFiles } from './image-files.js';
import { UsageError, type Io } from './io.js';
import { bytesText, createProgress, type Progress } from './progress.js';
import { renderTable } from './table.js';

const WHERE = /^--(url|token|context|ca)(=|$)/;

const text = (name: string, description: string, required = false): Field => ({
  name,
  types: ['string'],
  required,
  nullable: false,
  description,
});

/** The flags of `gantry image publish`. */
export const PUBLISH = {
  summary: 'Publishes an image: enters its product, uploads its files.',
  description:
    'gantry image publish FILE... --os OS --release RELEASE --arch ARCH. One file is a whole container image; two are metadata and a root file or disk. What a file is, its content says. When a connection is lost it goes on by itself, and the same command again goes on where the last one stopped.',
  fields: [
    text('os', 'Operating system: `debian`.', true),
    text('release', 'Its release: `12`.', true),
    text('arch', 'Architecture: `amd64`.', true),
    text('variant', 'Variant; absent: default.'),
    text('title', 'The release as people call it, for a new product.'),
    {
      ...text('alias', 'Names that lead to it, for a new product; absent: OS/RELEASE.'),
      types: ['array'],
      items: ['string'],
    },
    text(
      'serial',
      'Serial of the version; absent: that of an attempt that was cut off, else the time (UTC).',
    ),
  ] satisfies Field[],
};

/** `image list` that names no server means our own catalogue: what is to be run instead; null otherwise. */
export function listOfCatalogue(args: readonly string[]): string[] | null {
  const [noun, verb, ...rest] = args;
  if (noun !== 'image' || verb !== 'list') return null;
  const ofServer = /^(-h|--help|--(image[-_])?(server|arch))/;
  return rest.some((arg) => ofServer.test(arg)) ? null : ['simplestream', 'images', ...rest];
}

/** Whether its rows are wanted as a table of our own: nothing is said but where to ask. */
export function isCatalogue(args: readonly string[]): boolean {
  return listOfCatalogue(args)?.every((arg) => !arg.startsWith('-') || WHERE.test(arg)) === true;
}

/** The catalogue for people: what is launched by which name, and how large it is. */
export function catalogueTable(document: AnyDocument, columns: number): string {
  const rows = Array.isArray(document.data) ? document.data : [document.data];
  if (rows.length === 0) return 'none: gantry image publish FILE... --os OS --release RELEASE --arch ARCH\n';
  const shown = rows.map(({ attributes: of }) => ({
    type: 'image',
    attributes: {
      name: of['image_aliases'],
      architecture: of['product_arch'],
      type: of['image_instance_type'],
      size: bytesText(Number(of['image_size'])),
      serial: of['product_version_serial'],
      fingerprint: String(of['image_fingerprint']).slice(0, 12),
      product: of['product_key'],
    },
  }));
  return renderTable(shown, columns);
}

interface Published {
  key: string;
  serial: string;
  aliases: readonly string[];
  images: readonly { fingerprint: string; type: string }[];
}

/** Publishes files; writes what came of it to standard output. */
export async function publish(
  client: Client,
  io: Io,
  paths: readonly string[],
  params: Record<string, unknown>,
  json: boolean,
): Promise<void> {
  if (paths.length === 0)
    throw new UsageError('which file? gantry image publish FILE... --os --release --arch');
  const progress = createProgress(io, json);
  const reading = (name: string, done: number, size: number): void => {
    if (io.tty) progress.at(`reading ${name}`, done, size);
  };
  const found = await openImageFiles(paths, reading, io.signal);
  try {
    const there = await known(client, io, found.fingerprints, params);
    if (there !== null) {
      progress.end();
      return report(io, there, json, 'is published already');
    }
    const sent = await send(client, io, found, params, progress);
    progress.end();
    report(io, await offered(client, io, params, sent), json, 'is published');
  } finally {
    progress.end();
    for (const file of found.files) await file.close();
  }
}

/** Where the files went. */
interface Sent {
  product_id: number;
  serial: string;
}

async function send(
  client: Client,
  io: Io,
  { files }: ImageFiles,
  params: Record<string, unknown>,
  progress: Progress,
): Promise<Sent> {
  const product_id = keyOf(params);
  const sent = { product_id: 0, serial: typeof params['serial'] === 'string' ? params['serial'] : '' };
  for (const file of files) {
    const upload = (): Promise<Sent> =>
      uploadFile(
        client,
        file,
        { product_id, ...(sent.serial === '' ? {} : { product_version_serial: sent.serial }) },
        {
          signal: io.signal,
          onProgress: (offset) => progress.at(file.name, offset, file.size),
          onRetry: (error) => progress.say(`${error.detail}; trying again`),
        },
      );
    try {
      Object.assign(sent, await upload());
    } catch (error) {
      if (!isMissingProduct(error)) throw error;
      await addProduct(client, io, params);
      progress.say(`${product_id} is a product now`);
      Object.assign(sent, await upload());
    }
  }
  return sent;
}

function keyOf({ os, release, arch, variant = 'default' }: Record<string, unknown>): string {
  return [os, release, arch, variant].map(String).join(':');
}

function isMissingProduct(error: unknown): boolean {
  return error instanceof ClientError && error.faults.some(({ pointer }) => pointer === '/product_id');
}

async function addProduct(client: Client, io: Io, params: Record<string, unknown>): Promise<void> {
  const { os, release, arch, variant, title, alias } = params;
  const wish = {
    product_os: os,
    product_release: release,
    product_arch: arch,
    ...(variant === undefined ? {} : { product_variant: variant }),
    ...(title === undefined ? {} : { product_release_title: title }),
    ...(Array.isArray(alias) ? { product_aliases: alias.join(',') } : {}),
  };
  await client.request('simplestream.add', wish, { signal: io.signal });
}

async function imagesWhere(client: Client, io: Io, filter: Record<string, unknown>): Promise<AnyDocument> {
  return client.request('simplestream.images', { filter }, { signal: io.signal });
}

function readImages({ data }: AnyDocument): Published[] {
  const rows = Array.isArray(data) ? data : [data];
  return rows.map(({ attributes }) => ({
    key: String(attributes['product_key']),
    serial: String(attributes['product_version_serial']),
    aliases: Array.isArray(attributes['image_aliases']) ? attributes['image_aliases'].map(String) : [],
    images: [
      {
        fingerprint: String(attributes['image_fingerprint']),
        type: String(attributes['image_instance_type']),
      },
    ],
  }));
}

/** The same image where it stands in the catalogue; throws `conflict` when it is another product's. */
async function known(
  client: Client,
  io: Io,
  fingerprints: readonly string[],
  params: Record<string, unknown>,
): Promise<Published | null> {
  const images = readImages(await imagesWhere(client, io, { image_fingerprint: [...fingerprints] }));
  const [first] = images;
  // An image of three files is there when both of its pairs are.
  if (first === undefined || images.length < fingerprints.length) return null;
  const [os, release, , variant] = first.key.split(':');
  if (os !== params['os'] || release !== params['release'] || variant !== (params['variant'] ?? 'default')) {
    throw new ClientError('conflict', `this image is published already, as ${first.key} ${first.serial}`);
  }
  return { ...first, images: images.flatMap((one) => one.images) };
}

/** The version as the catalogue has it; without images while a part of it is missing. */
async function offered(
  client: Client,
  io: Io,
  params: Record<string, unknown>,
  { product_id, serial }: Sent,
): Promise<Published> {
  const images = readImages(await imagesWhere(client, io, { product_id, image_serial: serial }));
  const [first] = images;
  const key = keyOf(params);
  return first === undefined
    ? { key, serial, aliases: [], images: [] }
    : { ...first, images: images.flatMap((one) => one.images) };
}

function report(io: Io, published: Published, json: boolean, how: string): void {
  const { key, serial, aliases, images } = published;
  if (json) {
    io.out(
      `${JSON.stringify({ product_key: key, product_version_serial: serial, images, aliases }, null, 2)}\n`,
    );
    return;
  }
  if (images.length === 0) {
    io.out(`${key} ${serial} is not complete: publish its other file with --serial ${serial}\n`);
    return;
  }
  io.out(`${key} ${serial} ${how}\n`);
  for (const { fingerprint, type } of images) {
    const alias = [...aliases].sort((a, b) => a.length - b.length)[0] ?? fingerprint.slice(0, 12);
    io.out(`${fingerprint}\n  lxc launch gantry:${alias} NAME${type === 'virtual-machine' ? ' --vm' : ''}\n`);
  }
}
