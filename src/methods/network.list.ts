// network.list: the networks of a server.
import { method } from '../registry/method.js';
import { network } from './present/network.js';
import { objectRows } from './present/object-rows.js';

export default method('network.list', async ({ core, caller }, params) => {
  const rows = (await core.networks.list(caller, params.server_id)).map(network);
  return objectRows(rows, params, {
    sort: ['network_name', 'network_type'],
    filter: ['network_name', 'network_type'],
  });
});
