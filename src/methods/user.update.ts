// user.update: login, address and role of a user, for administrators.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('user.update', async ({ core, caller }, params) => {
  await core.userAdmin.update(caller, params.user_id, {
    login: params.user_login,
    email: params.user_email,
    is_admin: params.user_admin,
  });
  return ack('user');
});
