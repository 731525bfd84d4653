// Taking an image into our image server: from a host, from a snapshot there, or from another image server.
import { isAppError } from '../../errors.js';
import type { Host } from '../../providers/provider.js';
import type { ImportTarget, RemoteFile } from '../image-work.js';
import type { FreeContext, FreeKind, FreeStep, Json } from '../kind.js';

/** Where the image is. */
export type ImportSource =
  | { kind: 'image'; server_id: number; fingerprint: string; size: number }
  | { kind: 'snapshot'; server_id: number; project: string; instance: string; snapshot: string }
  | { kind: 'remote'; url: string; fingerprint: string; files: RemoteFile[] };

/** What the operation's row holds. */
export interface ImportInput extends ImportTarget {
  lane: string;
  from: ImportSource;
}

/** A temporary image on the host, as the notes have it. */
interface Temporary {
  fingerprint: string;
  /** Bytes. */
  size: number;
}

const inputOf = (input: Json): ImportInput => input as unknown as ImportInput;

const ofSnapshot = (input: Json): boolean => inputOf(input).from.kind === 'snapshot';
const ofHost = (input: Json): boolean => inputOf(input).from.kind !== 'remote';

/** The server of a source on a host, and the project of its images there. */
function placeOf(context: FreeContext): { server_id: number; project: string } | null {
  const { from } = inputOf(context.input);
  if (from.kind === 'remote') return null;
  return { server_id: from.server_id, project: from.kind === 'snapshot' ? from.project : 'default' };
}

async function marked(context: FreeContext, host: Host): Promise<(Temporary & { mark: string })[]> {
  return host.markedImages(placeOf(context)?.project ?? 'default');
}

/** Removes temporary images of this operation, and those of others that are over. */
async function removeMarked(context: FreeContext, host: Host): Promise<void> {
  for (const { fingerprint, mark } of await marked(context, host)) {
    if (mark !== context.operation.uuid && !(await context.images.isOver(mark))) continue;
    try {
      await host.deleteImage(fingerprint, placeOf(context)?.project);
    } catch (error) {
      if (!isAppError(error) || error.code !== 'not_found') throw error;
    }
  }
}

const publish: FreeStep = {
  name: 'publish',
  wanted: ofSnapshot,
  again: () => true,
  done: async (context) => {
    if (context.notes['temporary'] !== undefined) return true;
    if (!context.resumed) return false;
    const host = await context.reach(placeOf(context)?.server_id ?? 0);
    const under_way = context.operation.lxd_operation;
    // What was begun before goes on there by itself; looking now would not find it yet.
    if (under_way !== null) await host.ended(under_way, context.signal);
    return noteTemporary(context, host);
  },
  run: async (context) => {
    const { from } = inputOf(context.input);
    if (from.kind !== 'snapshot') return;
    const host = await context.reach(from.server_id);
    await removeMarked(context, host);
    const ref = { project: from.project, name: from.instance };
    await host.publishSnapshot(ref, from.snapshot, context.operation.uuid, context.hooks(host));
    await noteTemporary(context, host);
  },
};

async function noteTemporary(context: FreeContext, host: Host): Promise<boolean> {
  const mine = (await marked(context, host)).find(({ mark }) => mark === context.operation.uuid);
  if (mine === undefined) return false;
  await context.note({ temporary: { fingerprint: mine.fingerprint, size: mine.size } });
  return true;
}

/** What is to come, as far as it is known by now. */
function wantedOf(context: FreeContext): Temporary | null {
  const { from } = inputOf(context.input);
  if (from.kind === 'image') return from;
  if (from.kind === 'snapshot') return (context.notes['temporary'] as Temporary | undefined) ?? null;
  const size = from.files.reduce((sum, file) => sum + file.size, 0);
  return { fingerprint: from.fingerprint, size };
}

const fetch: FreeStep = {
  name: 'fetch',
  again: ofHost,
  done: async (context) => {
    const wanted = wantedOf(context);
    if (wanted === null) return false;
    if (!(await context.images.has(inputOf(context.input), wanted.fingerprint))) return false;
    await context.note({ image_fingerprint: wanted.fingerprint });
    return true;
  },
  run: async (context) => {
    const wanted = wantedOf(context);
    const place = placeOf(context);
    if (wanted === null) throw new Error('there is nothing to fetch');
    const { fingerprint, size } = wanted;
    const arrival = {
      signal: context.signal,
      arrived: (bytes: number): void => {
        // The last percent is for what comes after the bytes.
        const percent = size > 0 ? Math.min(99, Math.floor((bytes / size) * 100)) : 0;
        context.progress({ percent, stage: 'download', text: `${percent}%` });
      },
    };
    const target = inputOf(context.input);
    if (place === null) {
      const { from } = target;
      if (from.kind !== 'remote') return;
      const parts = context.images.remote(from, context.signal);
      await context.images.receive(context.operation, target, { fingerprint, size, parts }, arrival);
    } else {
      const host = await context.reach(place.server_id);
      const exported = await host.exportImage({ project: place.project, fingerprint }, context.signal);
      try {
        const image = { fingerprint, size, parts: exported.parts };
        await context.images.receive(context.operation, target, image, arrival);
      } finally {
        exported.close();
      }
    }
    return { image_fingerprint: fingerprint };
  },
};

const remove: FreeStep = {
  name: 'remove',
  wanted: ofSnapshot,
  done: () => Promise.resolve(false),
  run: async (context) => {
    try {
      await removeMarked(context, await context.reach(placeOf(context)?.server_id ?? 0));
    } catch (error) {
      // The image is ours by now; what is left there goes with the next import from that server.
      if (!isAppError(error) || error.code !== 'host_unreachable') throw error;
    }
  },
};

/** `simplestream.import`. */
export const simplestreamImport: FreeKind = {
  name: 'simplestream.import',
  steps: [publish, fetch, remove],
  result: ({ image_fingerprint }) => (image_fingerprint === undefined ? undefined : { image_fingerprint }),
  undo: async (context) => {
    const place = placeOf(context);
    if (place === null || !ofSnapshot(context.input) || context.operation.step === '') return;
    const host = await context.reach(place.server_id);
    const under_way = context.operation.lxd_operation;
    if (under_way !== null) await host.ended(under_way, context.signal);
    await removeMarked(context, host);
  },
};
