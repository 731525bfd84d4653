// The client API of CVM: five calls of a customer on its own machines, over our core.
import { type Dialect, handlersOf } from '../dialect.js';
import { authenticator } from './auth.js';
import { renderError } from './errors.js';
import { list, power, status } from './vps.js';

/** Makes the dialect. */
export function cvmDialect(): Dialect {
  return {
    name: 'cvm',
    mount: '/api/client',
    authenticate: authenticator(),
    handlers: handlersOf<'cvm'>({
      'vps.list': list,
      'vps.status': status,
      'vps.start': power('start'),
      'vps.stop': power('stop'),
      'vps.restart': power('restart'),
    }),
    renderError,
  };
}
