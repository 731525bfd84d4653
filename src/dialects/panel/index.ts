// The API of a game panel, for programs that hold a system key: users, instances and nodes, over our core.
import { type Dialect, handlersOf } from '../dialect.js';
import { authenticate } from './auth.js';
import { renderError } from './errors.js';
import * as images from './images.js';
import * as instances from './instances.js';
import * as nodes from './nodes.js';
import * as suspension from './suspension.js';
import * as users from './users.js';

/** Makes the dialect. */
export function panelDialect(): Dialect {
  return {
    name: 'panel',
    mount: '/api',
    authenticate,
    handlers: handlersOf<'panel'>({
      'users.list': users.list,
      'users.find': users.find,
      'users.create': users.create,
      'instances.list': instances.list,
      'instances.deploy': instances.deploy,
      'instances.delete': instances.remove,
      'instances.ofUser': instances.ofUser,
      'instances.get': instances.get,
      'instances.suspend': suspension.suspend,
      'instances.unsuspend': suspension.unsuspend,
      'images.list': images.list,
      'nodes.list': nodes.list,
      'nodes.create': nodes.create,
      'nodes.delete': nodes.remove,
    }),
    renderError,
  };
}
