// instance.get: one instance.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { instanceDetail } from './present/instance.js';

export default method('instance.get', async ({ core, caller }, params) => {
  const row = await core.instances.find(caller, params);
  return {
    ...single('instance', row.id, instanceDetail(core, row)),
    meta: { etag: core.instances.etag(row) },
  };
});
