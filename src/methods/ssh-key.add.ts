// ssh-key.add: enters a public key of the caller.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('ssh-key.add', async ({ core, caller }, params) => {
  const { id } = await core.sshKeys.add(caller, { name: params.key_name, public_key: params.key_public });
  return ack('ssh-key', { key_id: id });
});
