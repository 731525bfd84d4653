// ssh-key.delete: removes a public key of the caller.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('ssh-key.delete', async ({ core, caller }, params) => {
  await core.sshKeys.delete(caller, params.key_id);
  return ack('ssh-key');
});
