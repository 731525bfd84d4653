// snapshot.restore: sets an instance back to a snapshot.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('snapshot.restore', async ({ core, caller }, params) =>
  accepted(await core.snapshots.restore(caller, params, params.snapshot_name, longOptions(params))),
);
