// snapshot.list: the snapshots of an instance.
import { method } from '../registry/method.js';
import { objectRows } from './present/object-rows.js';
import { snapshot } from './present/snapshot.js';

export default method('snapshot.list', async ({ core, caller }, params) => {
  const { instance, snapshots } = await core.snapshots.list(caller, params);
  const rows = snapshots.map((one) => snapshot(instance, one));
  return objectRows(rows, params, { sort: ['snapshot_name', 'created_at'], filter: ['snapshot_name'] });
});
