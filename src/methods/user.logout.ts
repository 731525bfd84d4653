// user.logout: ends the session of the call.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('user.logout', async ({ core, caller }) => {
  await core.accounts.logout(caller);
  return ack('user');
});
