// Tokens: sessions and API tokens, found by the SHA-256 of their text.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { type PageRequest, behind } from './paging.js';
import { query } from './query.js';
import type { ApiTokensTable, TokenKind } from './tables.js';

export type TokenRow = Selectable<ApiTokensTable>;

/** A live token with its user and that user's own project, as the token cache needs it. */
export interface TokenActorRow {
  id: number;
  kind: TokenKind;
  user_id: number;
  scopes: string;
  read_only: 0 | 1;
  created_at: number;
  expires_at: number | null;
  last_used_at: number | null;
  public_id: string | null;
  login: string;
  is_admin: 0 | 1;
  personal_project_id: number | null;
}

export interface TokenFilter {
  ids?: readonly number[];
  names?: readonly string[];
  /** true: sessions only, false: everything else. */
  sessions?: boolean;
}

const actorByHash = query<{ hash: Buffer }>()((k, p) =>
  k
    .selectFrom('api_tokens')
    .innerJoin('users', 'users.id', 'api_tokens.user_id')
    .leftJoin('projects', 'projects.personal_user_id', 'users.id')
    .select([
      'api_tokens.id',
      'api_tokens.kind',
      'api_tokens.user_id',
      'api_tokens.scopes',
      'api_tokens.read_only',
      'api_tokens.created_at',
      'api_tokens.expires_at',
      'api_tokens.last_used_at',
      'api_tokens.public_id',
      'users.login',
      'users.is_admin',
      'projects.id as personal_project_id',
    ])
    .where('api_tokens.secret_hash', '=', p.hash)
    .where('api_tokens.revoked_at', 'is', null)
    .where('users.disabled_at', 'is', null)
    .where('users.deleted_at', 'is', null),
);
const get = query<{ id: number }>()((k, p) => k.selectFrom('api_tokens').selectAll().where('id', '=', p.id));
const named = query<{ user_id: number; name: string }>()((k, p) =>
  k
    .selectFrom('api_tokens')
    .selectAll()
    .where('user_id', '=', p.user_id)
    .where('name', '=', p.name)
    .orderBy('id'),
);
const liveOf = query<{ user_id: number }>()((k, p) =>
  k.selectFrom('api_tokens').selectAll().where('user_id', '=', p.user_id).where('revoked_at', 'is', null),
);
const revoke = query<{ id: number; at: number }>()((k, p) =>
  k
    .updateTable('api_tokens')
    .set({ revoked_at: p.at })
    .where('id', '=', p.id)
    .where('revoked_at', 'is', null),
);
const touch = query<{ id: number; at: number; address: string }>()((k, p) =>
  k.updateTable('api_tokens').set({ last_used_at: p.at, last_used_addr: p.address }).where('id', '=', p.id),
);

const prune = query<{ before: number }>()((k, p) =>
  k.deleteFrom('api_tokens').where('id', 'in', (s) =>
    s
      .selectFrom('api_tokens')
      .select('id')
      .where(sql<number>`coalesce(revoked_at, expires_at)`, '<', p.before)
      .limit(sql.lit(500)),
  ),
);

export const tokensQueries = { actorByHash, get, named, liveOf, revoke, touch, prune };

export function tokensRepository(connection: Connection) {
  return {
    /** Synchronous, so that nothing revoked meanwhile gets into the cache; expiry is the reader's to check. */
    actorByHashNow: (hash: Buffer): TokenActorRow | undefined => actorByHash.now(connection, { hash }),
    get: (id: number): Promise<TokenRow | undefined> => get.first(connection, { id }),
    /** A user's tokens of that name, live or not, whatever their kind. */
    named: (user_id: number, name: string): Promise<TokenRow[]> => named.all(connection, { user_id, name }),
    /** A user's tokens that were not revoked; some may have expired. */
    liveOf: (user_id: number): Promise<TokenRow[]> => liveOf.all(connection, { user_id }),
    insert: async (row: Insertable<ApiTokensTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('api_tokens')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    /** True when it was live until now. */
    revoke: async (id: number, at: number): Promise<boolean> =>
      (await revoke.run(connection, { id, at })) > 0,
    /** Deletes at most 500 that ended before a time (ms); returns how many. */
    prune: (before: number) => prune.run(connection, { before }),
    touch: (id: number, at: number, address: string) => touch.run(connection, { id, at, address }),
    /** One page and one row more (see `pageOf`) of a user's tokens, in order. */
    page: (user_id: number, request: PageRequest, filter: TokenFilter): Promise<TokenRow[]> =>
      page(connection, user_id, request, filter),
  };
}

function page(
  connection: Connection,
  user_id: number,
  request: PageRequest,
  filter: TokenFilter,
): Promise<TokenRow[]> {
  let select = connection.kysely.selectFrom('api_tokens').selectAll().where('user_id', '=', user_id);
  if (filter.ids) select = select.where('id', 'in', [...filter.ids]);
  if (filter.names) select = select.where('name', 'in', [...filter.names]);
  if (filter.sessions !== undefined) select = select.where('kind', filter.sessions ? '=' : '!=', 'session');
  const start = behind(request, 'api_tokens');
  if (start) select = select.where(start);
  const direction = request.descending ? 'desc' : 'asc';
  if (request.column !== 'id') select = select.orderBy(sql.ref(`api_tokens.${request.column}`), direction);
  return select
    .orderBy('api_tokens.id', direction)
    .limit(request.limit + 1)
    .execute();
}
