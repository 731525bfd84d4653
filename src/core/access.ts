// Actors and what they may do: roles, scopes, and who is asking.
import { AppError } from '../errors.js';
import type { TokenKind, Via } from '../db/tables.js';

/** Who a token stands for, as cached in memory. */
export interface Actor {
  readonly user_id: number;
  readonly login: string;
  readonly is_admin: boolean;
  readonly personal_project_id: number;
  readonly token_id: number;
  readonly kind: TokenKind;
  /** null: everything its user may do (sessions); else scope patterns such as `instance:read`, `instance:*`, `*`. */
  readonly scopes: readonly string[] | null;
  readonly read_only: boolean;
  /** When the session logged in (ms); null for API tokens. */
  readonly session_at: number | null;
  /** When the token ends (ms); null: never. */
  readonly expires_at: number | null;
}

/** Everything core needs to know of a call: who, from where, under which request, and its audit draft. */
export interface Caller {
  readonly actor: Actor | null;
  readonly request_id: string;
  /** The caller's own `request_id` from the params ('' when absent): the panel finds outcomes by it. */
  readonly client_request_id: string;
  readonly address: string;
  readonly via: Via;
  readonly audit: AuditDraft | null;
  readonly idempotency_key: string | null;
}

/** What the audit row of this call will say; written in the transaction of the change (SEC-80). */
export interface AuditDraft {
  readonly method: string;
  /** Redacted parameters. */
  readonly params: Record<string, unknown>;
  /** Set once the row is committed, so that exactly one is written. */
  written: boolean;
}

/** The caller's actor, or `unauthenticated` when there is none. */
export function actorOf(caller: Caller): Actor {
  if (caller.actor === null) throw new AppError('unauthenticated', 'a bearer token is needed');
  return caller.actor;
}

/** Whether a token's scopes include one: `*`, `noun:*` and `*:read` are patterns. */
export function hasScope(actor: Actor, scope: string): boolean {
  if (actor.scopes === null) return true;
  const [noun, verb] = scope.split(':');
  return actor.scopes.some(
    (held) =>
      held === '*' || held === scope || held === `${noun}:*` || (verb !== undefined && held === `*:${verb}`),
  );
}

/** Refuses with `forbidden` unless the caller is an administrator. */
export function requireAdmin(caller: Caller): Actor {
  const actor = actorOf(caller);
  if (!actor.is_admin) throw new AppError('forbidden', 'not enough access rights');
  return actor;
}
