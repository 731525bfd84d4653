// pool.list: the storage pools of a server.
import { method } from '../registry/method.js';
import { objectRows } from './present/object-rows.js';
import { pool } from './present/pool.js';

export default method('pool.list', async ({ core, caller }, params) => {
  const rows = (await core.storage.pools(caller, params.server_id)).map(pool);
  return objectRows(rows, params, {
    sort: ['pool_name', 'pool_driver', 'pool_space_total', 'pool_space_used'],
    filter: ['pool_name', 'pool_driver', 'pool_status'],
  });
});
