// volume.list: the volumes of a server.
import { method } from '../registry/method.js';
import { objectRows } from './present/object-rows.js';
import { volume } from './present/volume.js';

export default method('volume.list', async ({ core, caller }, params) => {
  const rows = (await core.storage.volumes(caller, params.server_id)).map(volume);
  return objectRows(rows, params, {
    sort: ['volume_name', 'volume_type', 'pool_name'],
    filter: ['volume_name', 'volume_type', 'volume_content_type', 'pool_name'],
  });
});
