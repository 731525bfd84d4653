// token.create: makes an API token and shows it once.
import { method } from '../registry/method.js';

export default method('token.create', async ({ core, caller }, params) => {
  const { id, token, public_id } = await core.tokens.create(caller, {
    kind: params.token_kind,
    lifetime_seconds: params.token_lifetime,
    name: params.token_name,
    scopes: params.token_scopes,
    read_only: params.token_read_only,
    revoke_all: params.token_revoke_all,
  });
  const attributes = { token, ...(public_id !== null && { token_public: public_id }) };
  return { data: { id, type: 'token', attributes } };
});
