// server.revoke: ends a user's use of a server.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('server.revoke', async ({ core, caller }, params) => {
  await core.fleet.grant(caller, params.server_id, params.user_id, false);
  return ack('server');
});
