// profile.add: makes a profile.
import { method } from '../registry/method.js';
import { profileAck } from './present/profile.js';

export default method('profile.add', async ({ core, caller }, params) => {
  const { server_id, profile_name: name, profile_body: body } = params;
  return profileAck(name, await core.profiles.add(caller, server_id, name, body));
});
