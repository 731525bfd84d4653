// user.emailChange: both steps to another address; without a code it is the first.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('user.emailChange', async ({ core, caller }, params) => {
  const code = params.user_code ?? '';
  if (code === '') await core.accountChanges.requestEmail(caller, params.user_email);
  else await core.accountChanges.confirmEmail(caller, params.user_email, code);
  return ack('user');
});
