// network.update: changes what a network is set to.
import { method } from '../registry/method.js';
import { networkAck } from './present/network.js';

export default method('network.update', async ({ core, caller }, params) => {
  const { server_id, network_name: name } = params;
  const etag = await core.networks.update(caller, server_id, {
    name,
    type: params.network_type,
    config: params.network_config,
    description: params.network_description,
    etag: params.etag,
  });
  return networkAck(name, etag);
});
