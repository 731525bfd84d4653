// network.add: makes a network.
import { method } from '../registry/method.js';
import { networkAck } from './present/network.js';

export default method('network.add', async ({ core, caller }, params) => {
  const { server_id, network_name: name } = params;
  const etag = await core.networks.add(caller, server_id, {
    name,
    type: params.network_type,
    config: params.network_config,
    description: params.network_description,
  });
  return networkAck(name, etag);
});
