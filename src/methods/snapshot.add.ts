// snapshot.add: makes a snapshot of an instance.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('snapshot.add', async ({ core, caller }, params) => {
  const options = { ...longOptions(params), stateful: params.stateful };
  return accepted(await core.snapshots.add(caller, params, params.snapshot_name, options));
});
