// What the wire may ask of the dialects. Built by registry/dialect-call.ts.
import type { Credentials, DialectAnswer } from '../dialects/dialect.js';
import type { AppError } from '../errors.js';
import type { RouteWay } from './schema.js';

export type { Credentials, DialectAnswer, DialectName } from '../dialects/dialect.js';
export type { RouteWay } from './schema.js';

/** What the wire needs to know of a route before asking for it. */
export interface DialectRoute {
  /** `<dialect>/<stem>`. */
  readonly name: string;
  readonly ways: readonly RouteWay[];
  readonly body: 'json' | 'form' | 'none';
}

/** One dialect and its routes. */
export interface ServedDialect {
  readonly name: string;
  readonly routes: readonly DialectRoute[];
}

/** One request on a route, everything copied; nothing of the HTTP library. */
export interface RouteRequest extends Credentials {
  /** Ours: stands in logs and audit rows. */
  readonly id: string;
  /** Parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Without the question mark. */
  readonly query: string;
  readonly base: string;
  readonly idempotency_key: string | null;
  /** Aborts when the client is gone or we stop; made on first use. */
  readonly signal: AbortSignal;
  /** What was sent, read when the caller is known: throws `bad_request`. undefined: there is none to look at. */
  body(): unknown;
  /** Set by the registry when a credential was shown that is no good: an address may do that so often. */
  refused: boolean;
}

export interface Dialects {
  /** In the order in which they answer for paths that are nobody's route. */
  readonly served: readonly ServedDialect[];
  /**
   * Runs one request through the pipeline (authenticate, scope, read, validate, idempotency, run, audit,
   * measure). Answers synchronously when the route can; throws or rejects with AppError.
   */
  call(route: string, request: RouteRequest): DialectAnswer | Promise<DialectAnswer>;
  /** An error in a dialect's form; `route` is null for a path that is nobody's. */
  render(dialect: string, error: AppError, request_id: string, route: string | null): DialectAnswer;
}
