// What a dialect hands to the house: its routes over the core, and trees of files (public and read-only).
import type { Actor, Caller } from '../core/access.js';
import type { Core } from '../core/core.js';
import type { AppError } from '../errors.js';
import type { Routes } from '../generated/contracts.js';

/** The APIs beside our own; also `via` of what they do, and their folder below `schemas/`. */
export type DialectName = 'aarch64' | 'panel' | 'cvm' | 'packet';

/** What of a request tells who asks. A page whose `Origin` may not call us was refused before. */
export interface Credentials {
  /** A header's value as sent, '' without one. */
  header(name: string): string;
  /** Lower case. */
  readonly verb: string;
  /** Peer address, normalised. */
  readonly address: string;
}

/** One request on a route; `I` is what its contract says of body and query. */
export interface DialectRequest<I = Record<string, unknown>> {
  /** Stem of the contract, `vms.create`. */
  readonly route: string;
  /** Parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Body and query as the contract names them; fields it does not name are left out. */
  readonly input: I;
  /** A header's value as sent, '' without one. */
  header(name: string): string;
  /** Scheme and host as the caller reached us (`https://name:7443`). */
  readonly base: string;
  /** Peer address, normalised. */
  readonly address: string;
  /** Aborts when the client is gone or we stop. */
  readonly signal: AbortSignal;
}

/** An answer as the wire sends it: `body` becomes JSON, undefined sends none. */
export interface DialectAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: readonly (readonly [name: string, value: string])[];
}

/** What a handler is given. */
export interface DialectContext<I = Record<string, unknown>> {
  readonly core: Core;
  /** What core's services take: actor, address, request, audit draft. */
  readonly caller: Caller;
  /** Who calls; reading it throws `unauthenticated` on a public route that was asked without a credential. */
  readonly actor: Actor;
  readonly request: DialectRequest<I>;
}

export type DialectHandler<I = Record<string, unknown>> = (
  ctx: DialectContext<I>,
) => Promise<DialectAnswer> | DialectAnswer;

/** One dialect. */
export interface Dialect {
  readonly name: DialectName;
  /** Path that its contracts' paths are below, unless `dialects.<name>.mount` says otherwise. */
  readonly mount: string;
  /** The actor behind a request; null without a credential; throws `unauthenticated` for one that is no good. */
  authenticate(core: Core, request: Credentials): Actor | null;
  /** By stem of the contract. */
  readonly handlers: Readonly<Record<string, DialectHandler>>;
  /** An error in this dialect's form; `route` is null for a path that is none of its routes. */
  renderError(error: AppError, request_id: string, route?: string | null): DialectAnswer;
}

type RoutesOf<D extends DialectName> = {
  [R in keyof Routes as R extends `${D}/${infer Stem}` ? Stem : never]: Routes[R];
};

/** The handlers of a dialect: each gets the input of its contract, and one that lacks its contract does not compile. */
export function handlersOf<D extends DialectName>(table: {
  readonly [R in keyof RoutesOf<D>]: RoutesOf<D>[R] extends { input: infer I } ? DialectHandler<I> : never;
}): Dialect['handlers'] {
  // The registry validates by the contract that the types come from.
  return table;
}

/** A file as it is sent; times in ms, sizes in bytes. */
export interface TreeFile {
  readonly type: string;
  /** Content hash: the strong ETag without its quotes. */
  readonly etag: string;
  readonly modified_at: number;
  readonly cache: string;
  readonly size: number;
  readonly body: Uint8Array | FileSource;
}

/** Where the bytes of a file are read from. */
export interface FileSource {
  /** Opens it for one answer; null when it has gone. */
  open(): Promise<OpenFile | null>;
}

/** An open file (a `node:fs` handle fits). */
export interface OpenFile {
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
  close(): Promise<void>;
}

/** A tree of files below some of our paths. */
export interface FileTree {
  /** Whether a path is the tree's, so that no other answer fits. Cheap: asked for every path that is no route. */
  owns(path: string): boolean;
  /** The file at a path; null when there is none, or none that may be seen. */
  find(path: string): Promise<TreeFile | null>;
}
