// network.delete: deletes a network that nothing uses.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('network.delete', async ({ core, caller }, params) => {
  await core.networks.delete(caller, params.server_id, params.network_name);
  return ack('network');
});
