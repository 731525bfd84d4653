// snapshot.delete: deletes a snapshot of an instance.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('snapshot.delete', async ({ core, caller }, params) =>
  accepted(await core.snapshots.delete(caller, params, params.snapshot_name, longOptions(params))),
);
