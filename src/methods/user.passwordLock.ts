// user.passwordLock: locks at once, unlocks in two steps; without a code it is the first.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('user.passwordLock', async ({ core, caller }, params) => {
  const code = params.user_code ?? '';
  if (params.user_password_locked) await core.accountChanges.lockPassword(caller);
  else if (code === '') await core.accountChanges.requestUnlock(caller);
  else await core.accountChanges.unlockPassword(caller, code);
  return ack('user');
});
