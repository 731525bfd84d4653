// The proof of resumable uploads: a server that dies at random points of one upload, and a client that goes on.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, readdir, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { uploadFile, type FileSource } from '../../../src/client/upload.js';
import { metadataOnly, squashfs, uploadImage } from '../../support/images.js';
import { type House, startHouse } from './house.js';
import { random } from './random.js';

/** What a run is made of. */
export interface UploadPlan {
  seed: number;
  kills: number;
  /** Bytes of the root file. */
  size: number;
}

/** What a run came to; sizes in bytes. */
export interface UploadFinding {
  faults: string[];
  kills: number;
  resent: number;
  chunk_size: number;
  /** Kills that came while the server was finishing. */
  late: number;
  /** Resident memory: the most during the warm-up, which a fresh process needs to load itself, and afterwards. */
  rss: { warm: number; most: number };
  seconds: number;
}

const MB = 1_048_576;
const SERIAL = '20251121_0430';
const PRODUCT = { product_os: 'proof', product_release: '1', product_arch: 'amd64' };
const WARM = 24 * MB;
export const RSS_GROWTH = 64 * MB;
/** Of the kills, one in so many comes after the last chunk. */
const LATE = 10;

/** A squashfs by its superblock, noise by its blocks: cheap to make, and no two blocks are equal. */
export async function noiseFile(
  path: string,
  size: number,
  seed: number,
): Promise<FileSource & { close(): Promise<void> }> {
  const handle = await open(path, 'w+');
  const { next } = random(seed);
  const block = Buffer.alloc(MB);
  for (let at = 0; at < MB; at += 4) block.writeUInt32LE(Math.floor(next() * 2 ** 32), at);
  const hash = createHash('sha256');
  for (let at = 0; at < size; at += MB) {
    const part = block.subarray(0, Math.min(MB, size - at));
    if (at === 0) squashfs('', 4096).copy(part, 0, 0, 128);
    part.writeUInt32LE((at / MB) >>> 0, 512);
    hash.update(part);
    await handle.write(part, 0, part.length, at);
  }
  return sourceOf(handle, size, hash.digest('hex'));
}

function sourceOf(handle: FileHandle, size: number, sha256: string): FileSource & { close(): Promise<void> } {
  return {
    size,
    sha256,
    read: async (offset, count) => {
      const bytes = new Uint8Array(count);
      await handle.read(bytes, 0, count, offset);
      return bytes;
    },
    hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    close: () => handle.close(),
  };
}

/** Runs it in a house of its own; `tell` hears how it goes on. */
export async function proveUpload(plan: UploadPlan, tell: (line: string) => void): Promise<UploadFinding> {
  const house = await startHouse();
  try {
    return await proveUploadIn(house, plan, tell);
  } finally {
    await house.close();
  }
}

/** The same in a house that is running. */
export async function proveUploadIn(
  house: House,
  plan: UploadPlan,
  tell: (line: string) => void,
): Promise<UploadFinding> {
  const started = performance.now();
  const file = join(house.dir, '..', `gantry-proof-upload-${process.pid}-${plan.seed}`);
  const faults: string[] = [];
  try {
    const { data } = await house.client().request('simplestream.add', PRODUCT);
    const product_id = Array.isArray(data) ? 0 : (data.id ?? 0);
    const meta = await metadataOnly();
    await uploadImage(house.url, house.token, meta, { product_id, product_version_serial: SERIAL });

    const memory = watchMemory(house);
    const warm = await noiseFile(file, WARM, plan.seed + 1);
    await uploadFile(house.client(), warm, { product_id, product_version_serial: '20251120_0000' });
    await warm.close();
    memory.warm();
    const source = await noiseFile(file, plan.size, plan.seed);
    const reaper = createReaper(house, plan);
    try {
      const made = await uploadFile(
        house.client(),
        source,
        { product_id, product_version_serial: SERIAL },
        {
          onProgress: (offset) => reaper.at(offset),
        },
      );
      await reaper.end();
      const again = await house.client().request('simplestream.upload.finish', { upload_id: made.upload_id });
      if (JSON.stringify(again) !== JSON.stringify(made.finished))
        faults.push('finishing again gave another answer');
      const resent = made.sent - plan.size;
      const { chunk_size } = made;
      if (reaper.kills < plan.kills) faults.push(`only ${reaper.kills} of ${plan.kills} kills came`);
      if (resent > reaper.kills * chunk_size)
        faults.push(`${resent} bytes were sent again by ${reaper.kills} kills`);
      faults.push(...(await hashFaults(house, meta, source)));
      const rss = memory.stop();
      if (rss.most - rss.warm > RSS_GROWTH) faults.push(`memory grew from ${rss.warm} to ${rss.most} bytes`);
      for (const line of await house.errors()) faults.push(`log: ${line.slice(0, 300)}`);
      const seconds = (performance.now() - started) / 1000;
      tell(`${reaper.kills} kills in ${seconds.toFixed(1)} s`);
      return { faults, kills: reaper.kills, resent, chunk_size, late: reaper.late, rss, seconds };
    } finally {
      memory.stop();
      await source.close();
    }
  } finally {
    await rm(file, { force: true });
  }
}

/** Kills and restarts the house: most times at random points of random chunks, the others while it finishes. */
function createReaper(
  house: House,
  { seed, kills, size }: UploadPlan,
): { at(offset: number): void; end(): Promise<void>; readonly kills: number; readonly late: number } {
  const { next } = random(seed + 2);
  const late = Math.floor(kills / LATE);
  const due = Array.from({ length: kills - late }, () => next() * size * 0.9).sort((a, b) => a - b);
  const state = {
    kills: 0,
    late: 0,
    step_ms: 30,
    seen: performance.now(),
    busy: null as Promise<void> | null,
  };
  const strike = async (span_ms: number): Promise<void> => {
    await pause(next() * span_ms);
    await house.kill9();
    state.kills += 1;
    await house.start();
    state.seen = performance.now();
  };
  const finishing = async (): Promise<void> => {
    for (; state.kills < kills; state.late += 1) await strike(50 + size / 1_000_000);
  };
  return {
    at: (offset) => {
      if (state.busy !== null) return;
      // How long a chunk takes, so that the blow falls anywhere from its first byte to its answer.
      const now = performance.now();
      if (offset > 0) state.step_ms = 0.8 * state.step_ms + 0.2 * (now - state.seen);
      state.seen = now;
      const [first] = due;
      if (offset >= size) state.busy = finishing();
      else if (first !== undefined && first <= offset) {
        due.shift();
        state.busy = strike(1.2 * state.step_ms).finally(() => (state.busy = null));
      }
    },
    end: async () => {
      await (state.busy ?? finishing());
    },
    get kills() {
      return state.kills;
    },
    get late() {
      return state.late;
    },
  };
}

/** Reads the resident memory of the house every few milliseconds. */
function watchMemory(house: House): { warm(): void; stop(): { warm: number; most: number } } {
  const read = (): number => {
    try {
      const text = readFileSync(`/proc/${house.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(text)?.[1] ?? 0) * 1024;
    } catch {
      return 0;
    }
  };
  const rss = { warm: 0, most: read() };
  const timer = setInterval(() => (rss.most = Math.max(rss.most, read())), 25);
  timer.unref();
  return {
    warm: () => {
      rss.warm = rss.most;
      rss.most = read();
    },
    stop: () => {
      clearInterval(timer);
      return rss;
    },
  };
}

/** What is listed has to be what was sent, to the last bit. */
async function hashFaults(house: House, meta: Buffer, source: FileSource): Promise<string[]> {
  const answer = await fetch(`${house.url}/images/${source.sha256}.squashfs`);
  if (answer.status !== 200 || answer.body === null) return [`the file is not listed: ${answer.status}`];
  const [own, pair] = [createHash('sha256'), createHash('sha256').update(meta)];
  for await (const chunk of answer.body) {
    own.update(chunk);
    pair.update(chunk);
  }
  const faults = own.digest('hex') === source.sha256 ? [] : ['the file has another hash than what was sent'];
  const fingerprint = pair.digest('hex');
  const images = await (await fetch(`${house.url}/streams/v1/images.json`)).text();
  if (!images.includes(fingerprint)) faults.push(`the catalogue does not offer ${fingerprint}`);
  const left = await readdir(join(house.dir, 'blobs', 'partial'));
  if (left.length > 0) faults.push(`left behind: ${left.join(' ')}`);
  return faults;
}
