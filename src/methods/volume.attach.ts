// volume.attach: puts a volume into an instance.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('volume.attach', async ({ core, caller }, params) => {
  const { server_id, pool_name: pool, volume_name: volume, volume_path: path } = params;
  const options = { ...longOptions(params), ...(path === undefined ? {} : { path }) };
  return accepted(await core.storage.attach(caller, { server_id, pool, volume }, params, options));
});
