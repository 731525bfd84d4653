// server.update: names a server anew, puts it at a location, keeps new machines off it.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { server } from './present/server.js';

export default method('server.update', async ({ core, caller }, params) => {
  const row = await core.fleet.update(caller, params.server_id, {
    name: params.server_name,
    location_id: params.location_id,
    disabled: params.server_disabled,
  });
  return single('server', row.id, server(row));
});
