// The API of AARCH64.com: projects, machines with a prefix of their own, and the hosts they stand on, over our core.
import { type Dialect, handlersOf } from '../dialect.js';
import * as accounts from './accounts.js';
import * as admin from './admin.js';
import { authenticate } from './auth.js';
import { renderError } from './envelope.js';
import * as projects from './projects.js';
import { phonehome, system } from './system.js';
import * as vms from './vms.js';

/** Makes the dialect. */
export function aarch64Dialect(): Dialect {
  return {
    name: 'aarch64',
    mount: '/api',
    authenticate,
    handlers: handlersOf<'aarch64'>({
      'auth.signup': accounts.signup,
      'auth.login': accounts.login,
      'auth.logout': accounts.logout,
      'auth.user': accounts.user,
      'project.create': projects.create,
      'projects.list': projects.list,
      'project.adduser': projects.adduser,
      'vms.create': vms.create,
      'vms.delete': vms.remove,
      'system.get': system,
      'admin.pop': admin.pop,
      'admin.host': admin.host,
      'admin.ansible': admin.ansible,
      'admin.bgp': admin.bgp,
      'intra.phonehome': phonehome,
    }),
    renderError,
  };
}
