// user.recovery: the three steps to a new password, told apart by what is sent.
import { invalid } from '../errors.js';
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('user.recovery', async ({ core, caller }, params) => {
  const code = params.user_code ?? '';
  const password = params.user_password ?? '';
  const password_repeat = params.user_passwordRepeat ?? '';
  const email = params.user_email ?? '';
  if (code === '') {
    if (password !== '' || password_repeat !== '')
      throw invalid('user_code', 'is missing: send the mailed code');
    if (email === '') throw invalid('user_email', 'is missing: send it, or user_code');
    await core.accountChanges.requestRecovery(caller, email);
  } else if (password === '' && password_repeat === '') {
    await core.accountChanges.checkRecovery(caller, code);
  } else {
    await core.accountChanges.recover(caller, { code, password, password_repeat });
  }
  return ack('user');
});
