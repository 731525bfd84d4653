// user.login: opens a session and shows its token once.
import { method } from '../registry/method.js';
import { session } from './present/user.js';

export default method('user.login', async ({ core, caller }, params) =>
  session(await core.accounts.login(caller, params.user_login, params.user_password)),
);
