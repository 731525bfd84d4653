// instance.action: starts, stops, restarts, freezes or unfreezes an instance.
import { method } from '../registry/method.js';
import { actionOf, longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('instance.action', async ({ core, caller }, params) => {
  const action = actionOf(params.instance_status);
  return accepted(await core.instances.action(caller, params, action, longOptions(params)));
});
