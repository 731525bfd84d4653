// instance.list: the instances the caller may see.
import { preparedList } from '../core/core.js';
import { method } from '../registry/method.js';
import { resource } from './present/document.js';
import { instance, shownState } from './present/instance.js';
import { checkFilter, filterNumbers, filterTexts, pageRequest } from './present/page.js';

const COLUMNS = {
  instance_id: 'id',
  instance_name: 'lxd_name',
  instance_type: 'type',
  instance_status: 'power_state',
  server_id: 'server_id',
  project_id: 'project_id',
};
const TYPES = ['container', 'virtual-machine'] as const;
const POWERS = ['running', 'stopped', 'frozen', 'error', 'unknown'] as const;

export default method('instance.list', async ({ core, caller }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, Object.keys(COLUMNS));
  const ids = params.instance_id === undefined ? filterNumbers(filter, 'instance_id') : [params.instance_id];
  const server_ids = params.server_id === undefined ? filterNumbers(filter, 'server_id') : [params.server_id];
  const { rows, next } = await core.instances.page(caller, pageRequest(params, COLUMNS), {
    ids,
    server_ids,
    project_ids: filterNumbers(filter, 'project_id'),
    names: filterTexts(filter, 'instance_name'),
    types: filterTexts(filter, 'instance_type', TYPES),
    powers: filterTexts(filter, 'instance_status', POWERS),
  });
  return preparedList(
    rows.map((row) =>
      core.prepared.row(row, shownState(core, row), () => resource('instance', row.id, instance(core, row))),
    ),
    next,
  );
});
