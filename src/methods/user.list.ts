// user.list: all users, for administrators.
import { method } from '../registry/method.js';
import { checkFilter, filterFlag, filterNumbers, filterTexts, pageRequest } from './present/page.js';
import { userRow } from './present/user.js';

const COLUMNS = { user_id: 'id', login: 'login', email: 'email', user_timeadd: 'created_at' };

export default method('user.list', async ({ core, caller }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, ['user_id', 'login', 'email', 'user_admin', 'user_disabled']);
  const { rows, next } = await core.accounts.page(caller, pageRequest(params, COLUMNS), {
    ids: filterNumbers(filter, 'user_id'),
    logins: filterTexts(filter, 'login'),
    emails: filterTexts(filter, 'email'),
    admin: filterFlag(filter, 'user_admin'),
    disabled: filterFlag(filter, 'user_disabled'),
  });
  return { data: rows.map(userRow), meta: { next } };
});
