// token.revoke: ends a session or API token of the caller's user.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('token.revoke', async ({ core, caller }, params) => {
  await core.tokens.revoke(caller, params.token_name);
  return ack('token');
});
