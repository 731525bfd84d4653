// instance.rename: gives a stopped instance another name.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('instance.rename', async ({ core, caller }, params) =>
  accepted(await core.instances.rename(caller, params, params.instance_rename, longOptions(params))),
);
