// profile.list: the profiles of a server.
import { method } from '../registry/method.js';
import { objectRows } from './present/object-rows.js';
import { profile } from './present/profile.js';

export default method('profile.list', async ({ core, caller }, params) => {
  const rows = (await core.profiles.list(caller, params.server_id)).map(profile);
  return objectRows(rows, params, { sort: ['profile_name'], filter: ['profile_name'] });
});
