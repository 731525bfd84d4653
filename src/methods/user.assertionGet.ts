// user.assertionGet: what a browser needs to log somebody in by passkey.
import { method } from '../registry/method.js';
import { publicKey } from './present/credential.js';

export default method('user.assertionGet', async ({ core, caller }, params) =>
  publicKey(await core.passkeys.beginLogin(caller, params.user_login)),
);
