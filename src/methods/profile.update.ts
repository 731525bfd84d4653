// profile.update: replaces what a profile sets, and renames it.
import { method } from '../registry/method.js';
import { profileAck } from './present/profile.js';

export default method('profile.update', async ({ core, caller }, params) => {
  const etag = await core.profiles.update(caller, params.server_id, {
    name: params.profile_name,
    body: params.profile_body,
    rename: params.profile_rename,
    etag: params.etag,
  });
  return profileAck(params.profile_rename ?? params.profile_name, etag);
});
