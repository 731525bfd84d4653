// Who a token stands for, in memory: bounded, checked for expiry at every hit, dropped at once on revocation.
import type { Db } from '../db/open.js';
import type { TokenKind } from '../db/tables.js';
import type { TokenActorRow } from '../db/tokens.js';
import { AppError } from '../errors.js';
import type { Actor } from './access.js';
import { tokenForm, tokenKey } from './token-text.js';

/** Kinds of tokens that belong to one of the other APIs and count nowhere else. */
export type DialectKind = Exclude<TokenKind, 'session' | 'native'>;

export interface TokenCache {
  /**
   * Sessions and native tokens. Synchronous, so that nothing revoked meanwhile gets in; throws
   * `unauthenticated`, also for a good token of another API.
   */
  authenticate(token: string, address?: string): Actor;
  /**
   * The same for one of the other APIs: a token of exactly that kind. `public_id` is the public half of a
   * cvm pair. A panel token stands for an administrator: it is worth nothing once its user is none.
   */
  authenticateKind(
    kind: DialectKind,
    token: string,
    options?: { address?: string; public_id?: string },
  ): Actor;
  /** Called when a token is revoked; returns the unsubscribe. */
  onRevoked(token_id: number, listener: () => void): () => void;
  /** Forgets revoked tokens and tells their listeners; call after the commit, before the answer. */
  revoked(token_ids: readonly number[]): void;
  /** Forgets what is remembered of a user's tokens, which stay good (a role or a login changed). */
  changed(user_id: number): void;
}

interface Entry {
  readonly hash: string;
  readonly actor: Actor;
  readonly public_id: string | null;
  noted_at: number;
}

/** Remembered tokens; beyond this the oldest are read again. */
const KEPT = 10_000;
/** How often the time of last use is written. */
const NOTE_MS = 60_000;
/** How far the clocks of two machines, or of one before and after a correction, may differ (REL-76). */
export const SKEW_MS = 60_000;

/** Whether a time of expiry (ms, null: never) has passed beyond what clocks may differ by. */
export function isOver(expires_at: number | null, now: number): boolean {
  return expires_at !== null && now >= expires_at + SKEW_MS;
}

/** Makes the cache over the database. */
export function createTokenCache(deps: {
  db: Db;
  clock: () => number;
  onError: (error: unknown) => void;
}): TokenCache {
  const { db, clock } = deps;
  const byHash = new Map<string, Entry>();
  const byId = new Map<number, Entry>();
  const listeners = new Map<number, Set<() => void>>();

  const drop = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    byHash.delete(entry.hash);
    byId.delete(entry.actor.token_id);
  };

  const keep = (entry: Entry): void => {
    if (byHash.size >= KEPT) {
      const oldest = byHash.values().next();
      if (!oldest.done) drop(oldest.value);
    }
    byHash.set(entry.hash, entry);
    byId.set(entry.actor.token_id, entry);
  };

  const note = (entry: Entry, now: number, address: string): void => {
    entry.noted_at = now;
    // Nobody waits for this: a call must not fail because the disk is full.
    db.tx((tx) => tx.tokens.touch(entry.actor.token_id, now, address)).catch(deps.onError);
  };

  /** The remembered entry of a text that has the form of a kind; throws for one that stands for nobody. */
  const entryOf = (kind: TokenKind, token: string): Entry => {
    const form = tokenForm(kind);
    // What is longer need not be hashed.
    if (token.length !== form.length) throw unknown();
    const key = tokenKey(token);
    const known = byHash.get(key);
    if (known !== undefined) return known;
    if (!form.fits(token)) throw unknown();
    const row = db.read.tokens.actorByHashNow(Buffer.from(key, 'base64'));
    if (row === undefined) throw unknown();
    const entry = {
      hash: key,
      actor: actorFrom(row),
      public_id: row.public_id,
      noted_at: row.last_used_at ?? 0,
    };
    keep(entry);
    return entry;
  };

  const live = (entry: Entry, address: string): Actor => {
    const now = clock();
    if (isOver(entry.actor.expires_at, now)) {
      drop(entry);
      throw unknown();
    }
    if (now - entry.noted_at >= NOTE_MS) note(entry, now, address);
    return entry.actor;
  };

  return {
    authenticate: (token, address = '') => {
      const entry = entryOf('native', token);
      if (entry.actor.kind !== 'session' && entry.actor.kind !== 'native') throw unknown();
      return live(entry, address);
    },
    authenticateKind: (kind, token, { address = '', public_id } = {}) => {
      const entry = entryOf(kind, token);
      if (entry.actor.kind !== kind || entry.public_id !== (public_id ?? null)) throw unknown();
      if (kind === 'panel' && !entry.actor.is_admin) throw unknown();
      return live(entry, address);
    },
    onRevoked: (token_id, listener) => {
      const set = listeners.get(token_id) ?? new Set();
      listeners.set(token_id, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(token_id) === set) listeners.delete(token_id);
      };
    },
    revoked: (token_ids) => {
      for (const id of token_ids) {
        drop(byId.get(id));
        const told = listeners.get(id);
        listeners.delete(id);
        for (const listener of told ?? []) listener();
      }
    },
    changed: (user_id) => {
      for (const entry of [...byId.values()]) if (entry.actor.user_id === user_id) drop(entry);
    },
  };
}

function actorFrom(row: TokenActorRow): Actor {
  const session = row.kind === 'session';
  return {
    user_id: row.user_id,
    login: row.login,
    is_admin: row.is_admin === 1,
    personal_project_id: row.personal_project_id ?? 0,
    token_id: row.id,
    kind: row.kind,
    scopes: session ? null : (JSON.parse(row.scopes) as string[]),
    read_only: row.read_only === 1,
    session_at: session ? row.created_at : null,
    expires_at: row.expires_at,
  };
}

function unknown(): AppError {
  return new AppError('unauthenticated', 'token not found');
}
