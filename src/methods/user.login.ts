// user.login: opens a session and shows its token once.
import { method } from '../registry/method.js';
import { userResource } from './present/user.js';

export default method('user.login', async ({ core, caller }, params) => {
  const { token, user } = await core.accounts.login(caller, params.user_login, params.user_password);
  return {
    data: { id: user.id, type: 'user', attributes: { token } },
    included: [userResource(user)],
  };
});
