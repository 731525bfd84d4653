// prefix.add: adds addresses that can be given out, for administrators.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { prefix } from './present/prefix.js';

export default method('prefix.add', async ({ core, caller }, params) => {
  const view = await core.prefixes.add(caller, {
    prefix: params.prefix,
    purpose: params.prefix_purpose,
    location_id: params.location_id,
    server_id: params.server_id,
    project_id: params.project_id,
  });
  return single('prefix', view.row.id, prefix(view));
});
