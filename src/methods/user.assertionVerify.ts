// user.assertionVerify: opens a session for who used a passkey.
import { method } from '../registry/method.js';
import { session } from './present/user.js';

export default method('user.assertionVerify', async ({ core, caller }, params) => {
  const { user_login, id, rawId, type, response } = params;
  const given = { id, rawId, type, response: { ...response, userHandle: response.userHandle ?? '' } };
  return session(await core.passkeys.finishLogin(caller, user_login, given));
});
