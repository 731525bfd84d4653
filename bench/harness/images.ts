// The world of the image scenarios: a candidate with https and one image of random bytes; and curl, which moves files.
import { execFile } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { metadataOnly, squashfs } from '../../test/support/images.js';
import { type Candidate, startCandidate } from './candidate.js';
import { pinned } from './pin.js';
import type { Bench, Load } from './types.js';

const CURL = '/usr/bin/curl';
const MIB = 1024 * 1024;
const SERIAL = '20251121_0430';
/** A version that has no metadata: what is measured is the upload, not the fingerprint of a pair. */
const LONE = '20251122_0430';

/** Why curl cannot be used, '' when it can. */
export function curlMissing(): string {
  return existsSync(CURL) ? '' : 'curl is not installed (Debian package curl)';
}

/** Candidate and image. */
export interface ImageWorld {
  readonly candidate: Candidate;
  /** Its https URL. */
  readonly https: string;
  /** Its certificate and key, for baselines. */
  readonly tls: { cert: string; key: string };
  /** The folder with the root file alone, and the file in it. */
  readonly root: string;
  readonly file: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Path of the root file at the candidate. */
  readonly path: string;
  /** Arguments of curl for one upload of the file to the candidate. */
  readonly upload: readonly string[];
}

/** Starts a candidate and gives it one split image with a root file of `mib`. */
export async function imageWorld(bench: Bench, mib: number): Promise<ImageWorld> {
  const candidate = await startCandidate(bench, {}, ['http://127.0.0.1:0', 'https://127.0.0.1:0']);
  try {
    const head = squashfs('', 4096);
    const size = mib * MIB;
    const bytes = Buffer.allocUnsafe(size);
    randomFillSync(bytes, 4096);
    head.writeBigUInt64LE(BigInt(size), 40);
    head.copy(bytes, 0);
    const root = join(candidate.data, '..', `files-${candidate.pid}`);
    await mkdir(root);
    const file = join(root, 'root.squashfs');
    await writeFile(file, bytes);
    await writeFile(join(root, 'meta.tar.xz'), await metadataOnly());
    const product = { product_os: 'bench', product_release: '1', product_arch: 'amd64' };
    const product_id = (await candidate.call('simplestream.add', product)).data.id;
    const https = candidate.urls.find((url) => url.startsWith('https:')) ?? '';
    const form = (name: string, product_version_serial: string): string[] => [
      '-H',
      `Authorization: Bearer ${candidate.token}`,
      '-F',
      `payload=${JSON.stringify({ product_id, product_version_serial })}`,
      '-F',
      `file=@${name}`,
      `${https}/v1/simplestream.upload`,
    ];
    for (const name of ['meta.tar.xz', 'root.squashfs']) await curl(form(join(root, name), SERIAL));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const tls = join(candidate.data, 'tls');
    return {
      candidate,
      https,
      tls: { cert: join(tls, 'server.pem'), key: join(tls, 'server.key') },
      root,
      file,
      sha256,
      size,
      path: `/images/${sha256}.squashfs`,
      upload: form(file, LONE),
    };
  } catch (error) {
    await candidate.stop();
    throw error;
  }
}

/** Runs curl on the core of the load; throws unless it is answered with success. `Expect` would only wait. */
export async function curl(args: readonly string[]): Promise<void> {
  const [program, all] = pinned('load', CURL, [
    '-sSfk',
    '--http1.1',
    '-H',
    'Expect:',
    '-o',
    '/dev/null',
    ...args,
  ]);
  await promisify(execFile)(program, all);
}

/** Throws unless a URL answers with the bytes of that hash. */
export async function checkFile(dir: string, url: string, sha256: string): Promise<void> {
  const file = join(dir, 'checked');
  const [program, all] = pinned('load', CURL, ['-sSfk', '-o', file, url]);
  await promisify(execFile)(program, all);
  const found = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  if (found !== sha256) throw new Error(`${url} has other bytes than were uploaded`);
}

/** Sends a file again and again, by as many curls at a time as `clients`; units are MB. */
export function putLoad(
  args: readonly string[],
  size: number,
  clients: number,
): (seconds: number) => Promise<Load> {
  return async (seconds) => {
    const started = performance.now();
    const end = started + seconds * 1000;
    let errors = 0;
    let sent = 0;
    const client = async (): Promise<void> => {
      while (performance.now() < end) {
        try {
          await curl(args);
          sent += 1;
        } catch {
          errors += 1;
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    const units = (sent * size) / 1e6;
    return { units, seconds: (performance.now() - started) / 1000, p50_ms: null, p99_ms: null, errors };
  };
}
