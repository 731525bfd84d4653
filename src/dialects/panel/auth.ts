// Who asks: a system key in one header. The only place that reads it.
import type { Actor } from '../../core/access.js';
import type { Core } from '../../core/core.js';
import type { Credentials } from '../dialect.js';

/** The administrator behind the key; null without one. */
export function authenticate(core: Core, request: Credentials): Actor | null {
  const key = request.header('x-api-key');
  if (key === '') return null;
  return core.tokens.authenticateKind('panel', key, { address: request.address });
}
