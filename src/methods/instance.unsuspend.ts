// instance.unsuspend: lifts a suspension.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('instance.unsuspend', async ({ core, caller }, params) =>
  accepted(await core.suspension.unsuspend(caller, params, longOptions(params))),
);
