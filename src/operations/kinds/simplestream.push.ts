// Bringing one of our images to several servers: each by itself, so that one that is away holds up none.
import { AppError, type Code, isAppError } from '../../errors.js';
import type { Host } from '../../providers/provider.js';
import type { ImageFile } from '../../providers/parts/images.js';
import type { OwnImage } from '../image-work.js';
import type { FreeContext, FreeKind, FreeStep, Json } from '../kind.js';

/** What the operation's row holds. */
export interface PushInput {
  lane: string;
  fingerprint: string;
  servers: { server_id: number; server_name: string }[];
  /** '' sets none. */
  alias: string;
  /** Whether the alias may be taken from another image. */
  move: boolean;
}

/** What became of one server. */
export type PushResult = { server_id: number; server_name: string } & (
  { ok: true; present: boolean } | { ok: false; error_code: Code; error: string }
);

/** Servers that are sent to at the same time. */
const AT_ONCE = 4;

const inputOf = (input: Json): PushInput => input as unknown as PushInput;
const keyOf = (server_id: number): string => `server.${server_id}`;

function resultsOf(notes: Json): PushResult[] {
  const keys = Object.keys(notes).filter((key) => key.startsWith('server.'));
  return keys.map((key) => notes[key] as PushResult).toSorted((a, b) => a.server_id - b.server_id);
}

/** Sends the image unless it is there; answers whether it was. */
async function send(context: FreeContext, host: Host, image: OwnImage, server_id: number): Promise<boolean> {
  const { fingerprint, alias, move } = inputOf(context.input);
  const tell = (percent: number, stage: string): void =>
    context.progress({ percent, stage, text: `${percent}%`, server_id });
  let present = (await host.findImage(fingerprint)) === fingerprint;
  if (!present) {
    let sent = 0;
    const files = image.files().map((file): ImageFile => ({
      ...file,
      body: counted(file.body, (bytes) => {
        sent += bytes;
        tell(Math.min(99, Math.floor((sent / image.size) * 100)), 'upload');
      }),
    }));
    const { accepted, signal } = context.hooks(host);
    const hooks = { ...(accepted && { accepted }), ...(signal && { signal }) };
    try {
      await host.importImage({ fingerprint, files }, hooks);
    } catch (error) {
      // Somebody else brought it meanwhile, or we did before a restart of ours.
      if (!isAppError(error) || error.code !== 'conflict') throw error;
      if ((await host.findImage(fingerprint)) !== fingerprint) throw error;
      present = true;
    }
  }
  if (alias !== '') await host.setAlias(alias, fingerprint, { move });
  tell(100, 'done');
  return present;
}

/** Runs at most `count` at a time of what it is given, in order. */
function createTurns(count: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (run) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

async function* counted(
  body: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    count(chunk.length);
    yield chunk;
  }
}

const push: FreeStep = {
  name: 'push',
  done: (context) =>
    Promise.resolve(
      inputOf(context.input).servers.every(({ server_id }) => context.notes[keyOf(server_id)] !== undefined),
    ),
  run: async (context) => {
    const { fingerprint, servers } = inputOf(context.input);
    const image = await context.images.own(fingerprint);
    const left = servers.filter(({ server_id }) => context.notes[keyOf(server_id)] === undefined);
    const turn = createTurns(AT_ONCE);
    const work = async (server: PushInput['servers'][number]): Promise<void> => {
      const { server_id } = server;
      let result: PushResult;
      try {
        // Not in its turn: those that are waited for hold up none that are there.
        const host = await context.reach(server_id);
        const present = await turn(() => {
          context.signal.throwIfAborted();
          return send(context, host, image, server_id);
        });
        result = { ...server, ok: true, present };
      } catch (error) {
        if (context.signal.aborted || !isAppError(error)) throw error;
        result = { ...server, ok: false, error_code: error.code, error: error.message };
      }
      await context.note({ [keyOf(server_id)]: result });
    };
    const done = await Promise.allSettled(left.map(work));
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  },
};

/** Fails when it came to no server at all; one of several that failed stands in the result. */
const conclude: FreeStep = {
  name: 'conclude',
  done: (context) => {
    const results = resultsOf(context.notes);
    const [failed] = results.filter((one) => !one.ok);
    if (failed !== undefined && results.every((one) => !one.ok)) {
      const text =
        results.length === 1 ? failed.error : `on none of ${results.length} servers: ${failed.error}`;
      throw new AppError(failed.error_code, `${failed.server_name}: ${text}`);
    }
    return Promise.resolve(true);
  },
  run: () => Promise.resolve(),
};

/** `simplestream.push`. */
export const simplestreamPush: FreeKind = {
  name: 'simplestream.push',
  steps: [push, conclude],
  result: (notes) => ({ servers: resultsOf(notes) }),
};
