// token.get: the caller's sessions and API tokens.
import { method } from '../registry/method.js';
import { checkFilter, filterNumbers, filterTexts, pageRequest } from './present/page.js';
import { token } from './present/token.js';

const COLUMNS = {
  token_id: 'id',
  token_name: 'name',
  token_time_start: 'created_at',
};

export default method('token.get', async ({ core, caller }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, ['token_id', 'token_name', 'token_type']);
  const types = filterTexts(filter, 'token_type', ['user.login', 'system.api'] as const);
  const { rows, next } = await core.tokens.page(caller, pageRequest(params, COLUMNS), {
    ids: filterNumbers(filter, 'token_id'),
    names: filterTexts(filter, 'token_name'),
    sessions: types === undefined || new Set(types).size === 2 ? undefined : types.includes('user.login'),
  });
  return {
    data: rows.map((row) => token(row, core.tokens.isLive(row))),
    meta: { next },
  };
});
