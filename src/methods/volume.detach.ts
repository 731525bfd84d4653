// volume.detach: takes a volume out of an instance.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('volume.detach', async ({ core, caller }, params) => {
  const { server_id, pool_name: pool, volume_name: volume } = params;
  return accepted(
    await core.storage.detach(caller, { server_id, pool, volume }, params, longOptions(params)),
  );
});
