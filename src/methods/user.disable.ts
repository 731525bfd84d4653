// user.disable: keeps a user out or lets one in again, for administrators.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('user.disable', async ({ core, caller }, params) => {
  await core.userAdmin.disable(caller, params.user_id, params.user_disabled);
  return ack('user');
});
