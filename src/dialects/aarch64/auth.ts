// Who asks: a key in `Authorization`, bare or as a bearer token, else the cookie of a login. The only place that reads them.
import type { Actor } from '../../core/access.js';
import type { Core } from '../../core/core.js';
import { AppError } from '../../errors.js';
import type { Credentials } from '../dialect.js';

const COOKIE = 'key';
const ATTRIBUTES = 'HttpOnly; Secure; SameSite=Strict; Path=/';
const LIFETIME_S = 7_776_000;

/** A key and how it came. */
export interface Presented {
  readonly key: string;
  readonly cookie: boolean;
}

/** The key of a request; null without one. */
export function presented(request: Pick<Credentials, 'header'>): Presented | null {
  const header = request.header('authorization').trim();
  if (header !== '') return { key: header.replace(/^Bearer +/i, ''), cookie: false };
  for (const pair of request.header('cookie').split(';')) {
    const [name, value = ''] = pair.split('=', 2);
    if (name?.trim() === COOKIE && value.trim() !== '') return { key: value.trim(), cookie: true };
  }
  return null;
}

/** The actor behind a request. */
export function authenticate(core: Core, request: Credentials): Actor | null {
  const found = presented(request);
  if (found === null) return null;
  if (found.cookie && !isRead(request.verb) && !fromOurPage(request)) {
    throw new AppError('unauthenticated', 'a cookie does not count on a write from elsewhere');
  }
  return core.tokens.authenticateKind('aarch64', found.key, { address: request.address });
}

/** The header that keeps a key in a browser. */
export function keepKey(key: string): readonly [string, string] {
  return ['Set-Cookie', `${COOKIE}=${key}; ${ATTRIBUTES}; Max-Age=${LIFETIME_S}`];
}

/** The header that takes it away. */
export function forgetKey(): readonly [string, string] {
  return ['Set-Cookie', `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`];
}

function isRead(verb: string): boolean {
  return verb === 'get' || verb === 'head';
}

/** SEC-30. An `Origin` that is there is one that may call us: others were refused before. */
function fromOurPage(request: Credentials): boolean {
  return request.header('origin') !== '' || request.header('sec-fetch-site') === 'same-origin';
}
