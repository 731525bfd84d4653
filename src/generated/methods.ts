// Written by `npm run gen` from schemas/: change those, not this.
import type { Method, MethodName } from '../registry/method.js';
import configGetMethod from '../methods/config.get.js';
import eventAuthMethod from '../methods/event.auth.js';
import eventListMethod from '../methods/event.list.js';
import eventSubscribeMethod from '../methods/event.subscribe.js';
import healthAliveMethod from '../methods/health.alive.js';
import healthReadyMethod from '../methods/health.ready.js';
import instanceActionMethod from '../methods/instance.action.js';
import instanceAddMethod from '../methods/instance.add.js';
import instanceDeleteMethod from '../methods/instance.delete.js';
import instanceGetMethod from '../methods/instance.get.js';
import instanceListMethod from '../methods/instance.list.js';
import instanceUpdateMethod from '../methods/instance.update.js';
import operationCancelMethod from '../methods/operation.cancel.js';
import operationGetMethod from '../methods/operation.get.js';
import operationListMethod from '../methods/operation.list.js';
import serverAddMethod from '../methods/server.add.js';
import serverDeleteMethod from '../methods/server.delete.js';
import serverGetMethod from '../methods/server.get.js';
import serverGrantMethod from '../methods/server.grant.js';
import serverListMethod from '../methods/server.list.js';
import serverRevokeMethod from '../methods/server.revoke.js';
import serverVerifyMethod from '../methods/server.verify.js';
import sshKeyAddMethod from '../methods/ssh-key.add.js';
import sshKeyDeleteMethod from '../methods/ssh-key.delete.js';
import sshKeyGetMethod from '../methods/ssh-key.get.js';
import tokenCreateMethod from '../methods/token.create.js';
import tokenGetMethod from '../methods/token.get.js';
import tokenRevokeMethod from '../methods/token.revoke.js';
import userGetMethod from '../methods/user.get.js';
import userListMethod from '../methods/user.list.js';
import userLoginMethod from '../methods/user.login.js';
import userLogoutMethod from '../methods/user.logout.js';
import userRegisterMethod from '../methods/user.register.js';

export const METHODS: Readonly<Record<MethodName, Method>> = {
  'config.get': configGetMethod,
  'event.auth': eventAuthMethod,
  'event.list': eventListMethod,
  'event.subscribe': eventSubscribeMethod,
  'health.alive': healthAliveMethod,
  'health.ready': healthReadyMethod,
  'instance.action': instanceActionMethod,
  'instance.add': instanceAddMethod,
  'instance.delete': instanceDeleteMethod,
  'instance.get': instanceGetMethod,
  'instance.list': instanceListMethod,
  'instance.update': instanceUpdateMethod,
  'operation.cancel': operationCancelMethod,
  'operation.get': operationGetMethod,
  'operation.list': operationListMethod,
  'server.add': serverAddMethod,
  'server.delete': serverDeleteMethod,
  'server.get': serverGetMethod,
  'server.grant': serverGrantMethod,
  'server.list': serverListMethod,
  'server.revoke': serverRevokeMethod,
  'server.verify': serverVerifyMethod,
  'ssh-key.add': sshKeyAddMethod,
  'ssh-key.delete': sshKeyDeleteMethod,
  'ssh-key.get': sshKeyGetMethod,
  'token.create': tokenCreateMethod,
  'token.get': tokenGetMethod,
  'token.revoke': tokenRevokeMethod,
  'user.get': userGetMethod,
  'user.list': userListMethod,
  'user.login': userLoginMethod,
  'user.logout': userLogoutMethod,
  'user.register': userRegisterMethod,
};
