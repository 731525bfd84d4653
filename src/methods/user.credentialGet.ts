// user.credentialGet: the caller's passkeys.
import { method } from '../registry/method.js';
import { credential } from './present/credential.js';
import { checkFilter, filterNumbers, filterTexts, pageRequest } from './present/page.js';

const COLUMNS = { key_id: 'id', key_name: 'name', key_timeadd: 'created_at' };

export default method('user.credentialGet', async ({ core, caller }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, ['key_id', 'key_name']);
  const { rows, next } = await core.passkeys.page(caller, pageRequest(params, COLUMNS), {
    ids: filterNumbers(filter, 'key_id'),
    names: filterTexts(filter, 'key_name'),
  });
  return { data: rows.map(credential), meta: { next } };
});
