// ssh-key.get: the caller's public keys.
import { method } from '../registry/method.js';
import { checkFilter, filterNumbers, filterTexts, pageRequest } from './present/page.js';
import { sshKey } from './present/ssh-key.js';

const COLUMNS = { key_id: 'id', key_name: 'name', key_timeadd: 'created_at' };

export default method('ssh-key.get', async ({ core, caller }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, ['key_id', 'key_name', 'key_public']);
  const { rows, next } = await core.sshKeys.page(caller, pageRequest(params, COLUMNS), {
    ids: filterNumbers(filter, 'key_id'),
    names: filterTexts(filter, 'key_name'),
    fingerprints: filterTexts(filter, 'key_public'),
  });
  return { data: rows.map(sshKey), meta: { next } };
});
