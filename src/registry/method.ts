// How a method is written: method(name, handler), with its types taken from the contracts.
import type { Methods } from '../generated/contracts.js';
import type { Core } from '../core/core.js';
import type { Actor, Caller } from '../core/access.js';
import type { Prepared } from '../core/prepared.js';
import type { Bytes } from './bytes.js';
import type { Request } from './request.js';
import type { Stream } from './stream.js';

export { Bytes } from './bytes.js';
export type { Upload } from './request.js';

export type MethodName = keyof Methods;
export type Params<N extends MethodName> = Methods[N]['params'];
export type Result<N extends MethodName> = Methods[N]['stream'] extends true ? Stream : Methods[N]['result'];

/** A result, one whose text is finished already, or bytes where the contract has them. */
type Answer<N extends MethodName> =
  Result<N> | Prepared<Result<N>> | (Methods[N]['bytes'] extends true ? Bytes : never);

/** What a handler is given. `actor` is null only where the scope is `public`. */
export interface Ctx<N extends MethodName> {
  readonly core: Core;
  readonly actor: Methods[N]['public'] extends true ? Actor | null : Actor;
  /** What core's services take: actor, address, request, audit draft. */
  readonly caller: Caller;
  readonly request: Request;
}

export interface Method {
  readonly name: MethodName;
  readonly handler: (ctx: Ctx<MethodName>, params: never) => unknown;
}

/** Declares a handler: it translates names, calls core once and presents the result. */
export function method<N extends MethodName>(
  name: N,
  handler: (ctx: Ctx<N>, params: Params<N>) => Answer<N> | Promise<Answer<N>>,
): Method {
  return { name, handler };
}
