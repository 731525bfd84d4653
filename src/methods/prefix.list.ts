// prefix.list: addresses that are given out, all of them or those of the caller's projects.
import { method } from '../registry/method.js';
import { list, resource } from './present/document.js';
import { checkFilter, filterNumbers, filterTexts, pageRequest } from './present/page.js';
import { prefix } from './present/prefix.js';

const COLUMNS = { prefix_id: 'id', prefix_created_at: 'created_at' };
const PURPOSES = ['pool', 'host', 'instance', 'reservation'] as const;

export default method('prefix.list', async ({ core, caller }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, ['prefix_id', 'prefix_purpose', 'location_id', 'server_id', 'project_id']);
  const { rows, next } = await core.prefixes.page(caller, pageRequest(params, COLUMNS), {
    ids: filterNumbers(filter, 'prefix_id'),
    purposes: filterTexts(filter, 'prefix_purpose', PURPOSES),
    location_ids: filterNumbers(filter, 'location_id'),
    server_ids: filterNumbers(filter, 'server_id'),
    project_ids: filterNumbers(filter, 'project_id'),
  });
  return list(
    rows.map((view) => resource('prefix', view.row.id, prefix(view))),
    next,
  );
});
