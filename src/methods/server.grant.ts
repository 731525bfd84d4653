// server.grant: lets a user use a server.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('server.grant', async ({ core, caller }, params) => {
  await core.fleet.grant(caller, params.server_id, params.user_id, true);
  return ack('server');
});
