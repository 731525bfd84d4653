// instance.get: one instance.
import type { InstanceRow } from '../core/core.js';
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { instanceDetail, shownState } from './present/instance.js';

export default method('instance.get', ({ core, caller }, params) => {
  const answer = (row: InstanceRow) =>
    core.prepared.get(row, shownState(core, row), () => ({
      ...single('instance', row.id, instanceDetail(core, row)),
      meta: { etag: core.instances.etag(row) },
    }));
  const known =
    params.instance_id === undefined ? undefined : core.instances.known(caller, params.instance_id);
  return known === undefined ? core.instances.find(caller, params).then(answer) : answer(known);
});
