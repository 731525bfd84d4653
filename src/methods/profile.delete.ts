// profile.delete: deletes a profile that nothing uses.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('profile.delete', async ({ core, caller }, params) => {
  await core.profiles.delete(caller, params.server_id, params.profile_name);
  return ack('profile');
});
