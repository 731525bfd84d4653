// server.get: one server, with what stands on it.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { included, serverDetail } from './present/server.js';

export default method('server.get', async ({ core, caller }, params) => {
  const row = await core.fleet.get(caller, params.server_id);
  const objects = await core.hostObjects.all(caller, row);
  return { ...single('server', row.id, serverDetail(core, row)), included: included(core, objects) };
});
