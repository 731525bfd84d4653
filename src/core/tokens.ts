// Tokens of users: sessions and API tokens, made, listed and revoked.
import type { Db } from '../db/open.js';
import { pageOf, type PageRequest } from '../db/paging.js';
import type { Repositories } from '../db/repositories.js';
import type { TokenKind } from '../db/tables.js';
import type { TokenFilter, TokenRow } from '../db/tokens.js';
import { AppError, invalid } from '../errors.js';
import { append } from '../events/log.js';
import { uuid } from '../ids.js';
import { type Actor, actorOf, type Caller, hasScope } from './access.js';
import type { Audit } from './audit.js';
import { requireRecentLogin } from './reauth.js';
import { newPublicId, tokenForm, tokenHash } from './token-text.js';
import { createTokenCache, type DialectKind, isOver, type TokenCache } from './token-cache.js';

export type { TokenRow } from '../db/tokens.js';

/** What a new API token may do and how long. */
export interface NewToken {
  /** The API it is for; absent: ours. */
  kind?: Exclude<TokenKind, 'session'>;
  /** Seconds; absent: `auth.token_seconds`. */
  lifetime_seconds?: number;
  /** Absent: a random name. */
  name?: string;
  /** Scope patterns; absent: everything its user (or the token that makes it) may do. */
  scopes?: readonly string[];
  read_only?: boolean;
  /** Revokes the user's other API tokens in the same transaction. */
  revoke_all?: boolean;
}

export interface TokensDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  config: {
    auth: {
      session_seconds: number;
      reauth_seconds: number;
      token_seconds: number;
      token_seconds_max: number;
    };
  };
  log: { warn(fields: object, message: string): void };
}

/** A token that was just made: its text is not kept. */
export interface MadeToken {
  id: number;
  token: string;
  /** The public half of a cvm pair, null for all others. */
  public_id: string | null;
}

export interface Tokens extends TokenCache {
  /** Writes a session inside the login's transaction. */
  openSession(tx: Repositories, user_id: number, address: string): Promise<MadeToken>;
  /** Writes a key for the aarch64 API inside the login's transaction; it lives for `LOGIN_KEY_MS`. */
  openKey(tx: Repositories, user_id: number, address: string): Promise<MadeToken>;
  create(caller: Caller, wish: NewToken): Promise<MadeToken>;
  page(
    caller: Caller,
    request: PageRequest,
    filter: TokenFilter,
  ): Promise<{ rows: TokenRow[]; next: string | null }>;
  /** Revokes by name; `not_found` for unknown names, `bad_state` for what is revoked already. */
  revoke(caller: Caller, name: string): Promise<void>;
  /** Ends the session or token of the call itself. */
  revokeOwn(caller: Caller): Promise<void>;
  /** Revokes all of a user's tokens inside a transaction; give the result to `revoked` after the commit. */
  revokeAllOf(tx: Repositories, user_id: number): Promise<number[]>;
  /** Whether it can be used now. */
  isLive(row: TokenRow): boolean;
}

const SCOPE = /^(\*|admin|user|\*:(read|write|operate)|[a-z][a-z-]*:(\*|read|write|operate))$/;
const LONGEST_NAME = 128;
/** How long a key lives that a login of the aarch64 API made: 90 days. */
export const LOGIN_KEY_MS = 7_776_000_000;

/** Makes the service. */
export function createTokens(deps: TokensDeps): Tokens {
  const { db, clock, audit, config } = deps;
  const cache = createTokenCache({
    db,
    clock,
    onError: (error) => deps.log.warn({ err: error }, 'the last use of a token could not be noted'),
  });

  const insert = async (tx: Repositories, row: Pick<TokenRow, 'kind' | 'user_id'> & Partial<TokenRow>) => {
    const token = tokenForm(row.kind).make();
    const public_id = row.kind === 'cvm' ? newPublicId() : null;
    const id = await tx.tokens.insert({
      uuid: uuid(),
      project_id: null,
      name: uuid(),
      public_id,
      secret_hash: tokenHash(token),
      scopes: '[]',
      read_only: 0,
      created_at: clock(),
      expires_at: null,
      last_used_at: null,
      last_used_addr: '',
      revoked_at: null,
      ...row,
    });
    return { id, token, public_id };
  };

  const revokeRows = async (
    tx: Repositories,
    caller: Caller,
    rows: readonly TokenRow[],
  ): Promise<number[]> => {
    const gone: number[] = [];
    for (const row of rows) {
      if (!(await tx.tokens.revoke(row.id, clock()))) continue;
      gone.push(row.id);
      await tell(tx, caller, 'token.revoked', row.id, row);
    }
    return gone;
  };

  const tell = (
    tx: Repositories,
    caller: Caller,
    type: 'token.created' | 'token.revoked',
    token_id: number,
    row: Pick<TokenRow, 'kind' | 'user_id' | 'name'>,
  ): Promise<number> =>
    append(tx, {
      type,
      via: caller.via,
      at: clock(),
      request_id: caller.client_request_id,
      user_id: row.user_id,
      token_id: caller.actor?.token_id ?? null,
      remote_addr: caller.address,
      data: { token_id, token_name: row.name, token_type: tokenType(row.kind) },
    });

  return {
    ...cache,
    isLive: (row) => row.revoked_at === null && !isOver(row.expires_at, clock()),
    openSession: (tx, user_id, address) =>
      insert(tx, {
        kind: 'session',
        user_id,
        expires_at: clock() + config.auth.session_seconds * 1000,
        last_used_at: clock(),
        last_used_addr: address,
      }),
    openKey: (tx, user_id, address) =>
      insert(tx, {
        kind: 'aarch64',
        user_id,
        scopes: '["*"]',
        expires_at: clock() + LOGIN_KEY_MS,
        last_used_at: clock(),
        last_used_addr: address,
      }),
    create: async (caller, wish) => {
      const actor = actorOf(caller);
      if (actor.kind === 'session') requireRecentLogin(caller, { clock, config });
      const row = rowFor(actor, wish, clock(), config.auth);
      const made = await audit.change(
        caller,
        async (tx) => {
          await stillStands(tx, actor);
          const others = wish.revoke_all ? await tx.tokens.liveOf(actor.user_id) : [];
          const gone = await revokeRows(
            tx,
            caller,
            others.filter(({ kind }) => kind !== 'session'),
          );
          const same = await tx.tokens.named(actor.user_id, row.name);
          if (same.some(({ kind, revoked_at }) => kind === row.kind && revoked_at === null)) {
            throw new AppError(
              'conflict',
              `token_name ${row.name} is taken; choose another or revoke that one`,
            );
          }
          const token = await insert(tx, row);
          await tell(tx, caller, 'token.created', token.id, row);
          return { token, gone };
        },
        ({ token }) => ({ data: { token_id: token.id } }),
      );
      cache.revoked(made.gone);
      return made.token;
    },
    page: async (caller, request, filter) => {
      const rows = await db.read.tokens.page(actorOf(caller).user_id, request, filter);
      return pageOf(request, rows);
    },
    revoke: async (caller, name) => {
      const actor = actorOf(caller);
      const gone = await audit.change(
        caller,
        async (tx) => {
          const rows = await tx.tokens.named(actor.user_id, name);
          if (rows.length === 0) throw new AppError('not_found', 'token not found');
          const revoked = await revokeRows(tx, caller, rows);
          if (revoked.length === 0) throw new AppError('bad_state', 'token has been revoked');
          return revoked;
        },
        (ids) => ({ data: { token_ids: ids } }),
      );
      cache.revoked(gone);
    },
    revokeOwn: async (caller) => {
      const actor = actorOf(caller);
      const gone = await audit.change(caller, async (tx) => {
        const row = await tx.tokens.get(actor.token_id);
        return row === undefined ? [] : revokeRows(tx, caller, [row]);
      });
      cache.revoked(gone.length > 0 ? gone : [actor.token_id]);
    },
    revokeAllOf: async (tx, user_id) => {
      const ids: number[] = [];
      for (const row of await tx.tokens.liveOf(user_id)) {
        if (await tx.tokens.revoke(row.id, clock())) ids.push(row.id);
      }
      return ids;
    },
  };
}

/** Refuses a maker whose token or account ended while the call waited: what it made would outlive that (SEC-09). */
async function stillStands(tx: Repositories, actor: Actor): Promise<void> {
  const token = await tx.tokens.get(actor.token_id);
  const user = await tx.users.get(actor.user_id);
  if (token?.revoked_at !== null || user?.disabled_at !== null) {
    throw new AppError('unauthenticated', 'token has been revoked');
  }
}

/** How clients are shown a token's kind. */
export function tokenType(kind: TokenRow['kind']): 'user.login' | 'system.api' {
  return kind === 'session' ? 'user.login' : 'system.api';
}

/** What of a wish holds for this maker: an API token makes none that could do or live more than itself. */
function rowFor(actor: Actor, wish: NewToken, now: number, auth: TokensDeps['config']['auth']) {
  const kind = wish.kind ?? 'native';
  const scopes = kind === 'native' ? (wish.scopes ?? actor.scopes ?? ['*']) : scopesBeside(kind, wish);
  const wrong = kind === 'native' ? scopes.find((scope) => !SCOPE.test(scope)) : undefined;
  if (wrong !== undefined) {
    throw invalid(
      'token_scopes',
      `holds ${wrong}; a scope is noun:read, noun:write, noun:operate, noun:*, *:read or *`,
    );
  }
  if (scopes.length === 0) throw invalid('token_scopes', 'must name at least one scope, or be left out');
  const foreign = actor.kind === 'session' ? undefined : scopes.find((scope) => !covers(actor, scope));
  if (foreign !== undefined) {
    throw new AppError('forbidden', `token_scopes: this token does not hold ${foreign} itself`);
  }
  // The other APIs know no scopes of ours: a token for one would do more than a narrow one that made it.
  if (actor.kind !== 'session' && (actor.kind !== 'native' || kind !== 'native')) {
    throw new AppError('forbidden', `a token of kind ${actor.kind} cannot make ${kind} tokens; log in`);
  }
  if (kind === 'panel' && !actor.is_admin) throw new AppError('forbidden', 'not enough access rights');
  const seconds = wish.lifetime_seconds ?? auth.token_seconds;
  if (seconds > auth.token_seconds_max) {
    throw invalid('token_lifetime', `must be at most ${auth.token_seconds_max} seconds`);
  }
  const ends = now + seconds * 1000;
  const name = (wish.name ?? '').trim() || uuid();
  if (name.length > LONGEST_NAME) throw invalid('token_name', `must have at most ${LONGEST_NAME} characters`);
  return {
    kind,
    user_id: actor.user_id,
    name,
    scopes: JSON.stringify(scopes),
    read_only: wish.read_only === true || actor.read_only ? (1 as const) : (0 as const),
    expires_at: actor.kind === 'session' ? ends : Math.min(ends, actor.expires_at ?? ends),
  };
}

/** The scopes of a token for another API; refuses a limit that API would not keep. */
function scopesBeside(kind: DialectKind, wish: NewToken): readonly string[] {
  if (wish.read_only === true && kind !== 'packet') {
    throw invalid('token_read_only', `must be left out: tokens of kind ${kind} cannot be read-only`);
  }
  const all = kind === 'cvm' ? 'client' : '*';
  if (wish.scopes?.some((scope) => scope !== all)) {
    throw invalid('token_scopes', `must be left out: a ${kind} token does all that its API offers its user`);
  }
  return [all];
}

/** Whether what a token holds includes a scope pattern entirely. */
function covers(actor: Actor, scope: string): boolean {
  if (actor.scopes === null || actor.scopes.includes('*') || actor.scopes.includes(scope)) return true;
  return !scope.includes('*') && hasScope(actor, scope);
}
