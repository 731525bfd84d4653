// user.get: who the caller is.
import { method } from '../registry/method.js';
import { userResource } from './present/user.js';

export default method('user.get', async ({ core, caller }) => ({
  data: userResource(await core.accounts.get(caller)),
}));
