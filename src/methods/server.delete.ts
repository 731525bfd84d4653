// server.delete: forgets a server.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('server.delete', async ({ core, caller }, params) => {
  await core.fleet.delete(caller, params.server_id, params.forget);
  return ack('server');
});
