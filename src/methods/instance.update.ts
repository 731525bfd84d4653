// instance.update: changes limits, profiles, devices or description.
import { method } from '../registry/method.js';
import { longOptions, profileNames, updateSpec } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('instance.update', async ({ core, caller }, params) => {
  const change = updateSpec({
    ...params,
    ...(params.instance_profiles === undefined ? {} : { profiles: profileNames(params.instance_profiles) }),
  });
  const options = { ...longOptions(params), ...(params.etag === undefined ? {} : { etag: params.etag }) };
  return accepted(await core.instances.update(caller, params, change, options));
});
