// Single values by name, as JSON text.
import type { Connection } from './connection.js';
import { query } from './query.js';

const get = query<{ key: string }>()((k, p) =>
  k.selectFrom('settings').select('value').where('key', '=', p.key),
);
const set = query<{ key: string; value: string }>()((k, p) =>
  k
    .insertInto('settings')
    .values({ key: p.key, value: p.value })
    .onConflict((c) => c.column('key').doUpdateSet({ value: p.value })),
);
const remove = query<{ key: string }>()((k, p) => k.deleteFrom('settings').where('key', '=', p.key));

export const settingsQueries = { get, set, remove };

export function settingsRepository(connection: Connection) {
  return {
    /** The parsed value; undefined when it was never set. */
    get: async (key: string): Promise<unknown> => {
      const row = await get.first(connection, { key });
      return row === undefined ? undefined : (JSON.parse(row.value) as unknown);
    },
    /** `value` is JSON text. */
    set: (key: string, value: string) => set.run(connection, { key, value }),
    remove: (key: string) => remove.run(connection, { key }),
  };
}
