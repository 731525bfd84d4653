// user.passwordChange: another password for the caller.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('user.passwordChange', async ({ core, caller }, params) => {
  await core.accountChanges.changePassword(caller, {
    password: params.user_password,
    password_repeat: params.user_passwordRepeat,
  });
  return ack('user');
});
