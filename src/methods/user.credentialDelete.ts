// user.credentialDelete: removes a passkey of the caller.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('user.credentialDelete', async ({ core, caller }, params) => {
  await core.passkeys.delete(caller, params.key_id);
  return ack('credential');
});
