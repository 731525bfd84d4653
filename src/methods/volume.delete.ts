// volume.delete: deletes a custom volume that nothing uses.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('volume.delete', async ({ core, caller }, params) => {
  const { server_id, pool_name: pool, volume_name: volume } = params;
  await core.storage.delete(caller, { server_id, pool, volume });
  return ack('volume');
});
