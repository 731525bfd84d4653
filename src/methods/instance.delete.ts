// instance.delete: removes an instance.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('instance.delete', async ({ core, caller }, params) => {
  const options = { ...longOptions(params), force: params.force };
  return accepted(await core.instances.delete(caller, params, options));
});
