// instance.suspend: stops an instance and keeps it so.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('instance.suspend', async ({ core, caller }, params) =>
  accepted(await core.suspension.suspend(caller, params, longOptions(params))),
);
