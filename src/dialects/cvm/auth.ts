// Who asks: a pair of tokens in two headers. The only place that reads them.
import type { Actor } from '../../core/access.js';
import { AppError } from '../../errors.js';
import type { Dialect } from '../dialect.js';

/** What access to the client API is in scopes of ours. */
const CLIENT: readonly string[] = ['instance:read', 'instance:operate'];
const NOTHING: readonly string[] = [];

/** Makes the check: a pair without access to the client API stands for its user, and may do nothing here. */
export function authenticator(): Dialect['authenticate'] {
  const known = new WeakMap<Actor, Actor>();
  return (core, request) => {
    const public_id = request.header('api-public-token');
    const token = request.header('api-private-token');
    if (public_id === '' && token === '') return null;
    if (public_id === '' || token === '') throw new AppError('unauthenticated', 'both tokens are needed');
    const actor = core.tokens.authenticateKind('cvm', token, { public_id, address: request.address });
    const seen = known.get(actor);
    if (seen !== undefined) return seen;
    const scopes = actor.scopes?.includes('client') === true ? CLIENT : NOTHING;
    const made = { ...actor, scopes };
    known.set(actor, made);
    return made;
  };
}
