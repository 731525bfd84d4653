// Our image server beside a real daemon and client that trust nothing but our authority's certificate, and busybox
// images for it: whole, split, and as many builds of the root as a test wants.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildBusyboxImage } from '../../scripts/busybox-image.mjs';
import { type TestApp, type TestAppOptions, startTestApp } from './app.js';
import { uploadImage } from './images.js';
import { type LxdDaemon, startLxd } from './lxd.js';

const run = promisify(execFile);

/** Files of the busybox image. */
export interface BusyboxFiles {
  unified: Buffer;
  meta: Buffer;
  root: Buffer;
  /** Another build of the root; `/etc/build` holds the text. */
  build(text: string): Promise<Buffer>;
  folder: string;
  remove(): Promise<void>;
}

/** Packs the busybox image, with `ballast` bytes in it that cannot be packed. */
export async function busyboxFiles(ballast = 0): Promise<BusyboxFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-images-'));
  buildBusyboxImage(join(folder, 'unified.tar.gz'));
  const tree = join(folder, 'tree');
  await mkdir(tree);
  await run('tar', ['-C', tree, '-xzf', join(folder, 'unified.tar.gz')]);
  if (ballast > 0) await writeFile(join(tree, 'rootfs/ballast'), randomBytes(ballast));
  await run('tar', ['-C', tree, '-cJf', join(folder, 'meta.tar.xz'), 'metadata.yaml', 'templates']);
  const squash = async (): Promise<Buffer> => {
    const file = join(folder, 'root.squashfs');
    await rm(file, { force: true });
    await run('mksquashfs', [join(tree, 'rootfs'), file, '-quiet', '-no-progress', '-noD', '-noF']);
    return readFile(file);
  };
  return {
    unified: await readFile(join(folder, 'unified.tar.gz')),
    meta: await readFile(join(folder, 'meta.tar.xz')),
    root: await squash(),
    build: async (text) => {
      await writeFile(join(tree, 'rootfs/etc/build'), `${text}\n`);
      return squash();
    },
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** An image as `lxc image list --format json` tells it. */
export interface LxdImage {
  fingerprint: string;
  aliases: { name: string }[];
  architecture: string;
  type: string;
  properties: Record<string, string>;
  size: number;
}

/** The architecture of this machine as products are spelt. */
export const ARCH = process.arch === 'x64' ? 'amd64' : process.arch;

/** What `startStreams` gives. */
export interface Streams {
  app: TestApp;
  daemon: LxdDaemon;
  token: string;
  /** Our https URL, without a slash at the end. */
  base: string;
  /** Enters a product; gives its number. */
  product(release: string, more?: Record<string, unknown>): Promise<number>;
  /** Uploads one file, which has to be taken; gives the attributes. */
  upload(product_id: number, serial: string, file: Buffer): Promise<Record<string, unknown>>;
  /** Makes a remote of the client for a path of ours, which trusts our authority. */
  remote(name: string, path?: string): Promise<void>;
  /** What a remote lists. */
  images(remote: string): Promise<LxdImage[]>;
  /** The same of the daemon. */
  close(): Promise<void>;
}

/** Starts both. */
export async function startStreams(name: string, options: TestAppOptions = {}): Promise<Streams> {
  const app = await startTestApp({
    ...options,
    flags: { listen: ['http://127.0.0.1:0', 'https://127.0.0.1:0'], ...options.flags },
  });
  try {
    const token = await app.admin();
    const base = (app.app.urls.find((url) => url.startsWith('https:')) ?? '').replace(/\/$/, '');
    // The daemon trusts nobody by itself: it is given our authority with each image, by us or by the client.
    const daemon = await startLxd({ name, env: { SSL_CERT_FILE: '/dev/null' } });
    const pinned = join(daemon.dir, 'client', 'servercerts');
    await mkdir(pinned, { recursive: true });
    return {
      app,
      daemon,
      token,
      base,
      product: async (release, more = {}) => {
        const wish = { product_os: 'busybox', product_release: release, product_arch: ARCH, ...more };
        return (await app.must<{ id: number }>('simplestream.add', wish, { token })).id;
      },
      upload: async (product_id, product_version_serial, file) => {
        const { status, body } = await uploadImage(app.url, token, file, {
          product_id,
          product_version_serial,
        });
        if (status !== 200) throw new Error(`upload: ${status} ${JSON.stringify(body)}`);
        return (body['data'] as { attributes: Record<string, unknown> }).attributes;
      },
      remote: async (remote, path = '') => {
        await copyFile(app.app.ca ?? '', join(pinned, `${remote}.crt`));
        await daemon.lxc('remote', 'add', remote, `${base}${path}`, '--protocol', 'simplestreams');
      },
      images: async (remote) =>
        JSON.parse(await daemon.lxc('image', 'list', `${remote}:`, '--format', 'json')) as LxdImage[],
      close: async () => {
        await daemon.stop();
        await app.close();
      },
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}
