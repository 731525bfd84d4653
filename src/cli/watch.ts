// `gantry event watch`: events as they happen, one line each, across lost connections.
import type { CatalogEntry } from '../client/catalog.js';
import { ClientError, type Client, type Event } from '../client/client.js';
import type { Io } from './io.js';
import { timeText } from './table.js';

/** The flags of `event watch`, in the catalogue's form. */
export const WATCH: Pick<CatalogEntry, 'summary' | 'description' | 'fields'> = {
  summary: 'Shows events as they happen.',
  description:
    'Every event you may see, in order and each once; a lost connection is taken up again where it broke.',
  fields: [
    field('type', ['array'], 'Only these types; may end in `*`; several by comma.'),
    field(
      'cursor',
      ['string'],
      'Begin after this cursor, `<epoch>.<id>` or a number: what came since is shown first.',
    ),
    field('server_id', ['integer'], 'Only this server.'),
    field('project_id', ['integer'], 'Only this project.'),
    field('instance_id', ['integer'], 'Only this instance.'),
  ],
};

function field(
  name: string,
  types: CatalogEntry['fields'][number]['types'],
  description: string,
): CatalogEntry['fields'][number] {
  return { name, types, required: false, nullable: false, description };
}

/** Prints events until Ctrl-C; with `json` one JSON text per line. */
export async function watch(
  client: Client,
  io: Io,
  params: Record<string, unknown>,
  json: boolean,
): Promise<void> {
  // A socket would try for ever: that nothing listens, or that the token is no good, is said at once.
  await client.request('user.get', {}, { signal: io.signal });
  const socket = client.socket({
    onState: (state, error) => {
      if (state === 'waiting') io.err(`connection lost (${error?.message ?? ''}), trying again\n`);
    },
  });
  const { cursor, ...filter } = params;
  try {
    const events = socket.subscribe({
      filter: filter,
      signal: io.signal,
      ...(typeof cursor === 'string' ? { cursor } : {}),
    });
    const { head } = await events.ready;
    if (!json) io.err(`watching from ${events.cursor ?? head}; Ctrl-C ends\n`);
    for await (const event of events) io.out(json ? `${JSON.stringify(event)}\n` : `${eventLine(event)}\n`);
  } catch (error) {
    if (io.signal.aborted) return;
    throw error instanceof ClientError && error.code === 'cursor_expired'
      ? new ClientError(
          error.code,
          `${error.detail}: what came before is no longer kept; watch without --cursor`,
          error,
        )
      : error;
  } finally {
    socket.close();
  }
}

/** One event as a line for people. */
export function eventLine(event: Event): string {
  const about = (['server_id', 'project_id', 'instance_id', 'operation_id', 'user_id'] as const)
    .filter((key) => event[key] !== undefined)
    .map((key) => `${key.slice(0, -3)}=${event[key]}`);
  const data = Object.entries(event.data).map(
    ([key, value]) =>
      `${key}=${typeof value === 'string' && !/[\s=]/.test(value) ? value : JSON.stringify(value)}`,
  );
  const number = event.id === undefined ? '-' : String(event.id);
  return [number.padStart(6), timeText(event.at), event.type.padEnd(20), ...about, ...data].join('  ');
}
