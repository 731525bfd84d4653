// user.credentialMake: both steps to a passkey, for the caller or for an account that is to be.
import { invalid } from '../errors.js';
import { method, type Params } from '../registry/method.js';
import { publicKey } from './present/credential.js';
import { ack } from './present/document.js';

export default method('user.credentialMake', async ({ core, caller }, params) => {
  const { passkeys } = core;
  const attachment = params.authenticator_attachment || undefined;
  const made = keyOf(params);
  if (params.user_register !== true) {
    const login = params.user_login;
    if (made === null) return publicKey(await passkeys.beginKey(caller, { login, attachment }));
    return ack('credential', await passkeys.finishKey(caller, login, made));
  }
  const login = given(params, 'user_login');
  const email = given(params, 'user_email');
  if (made === null) return publicKey(await passkeys.beginRegistration(caller, { login, email, attachment }));
  await passkeys.finishRegistration(caller, login, made);
  return ack('user');
});

function given(params: Params<'user.credentialMake'>, field: 'user_login' | 'user_email'): string {
  const value = params[field];
  if (value === undefined || value === '') throw invalid(field, 'is missing: a new account needs it');
  return value;
}

/** What the browser made; null in the first step. */
function keyOf({ id, rawId, type, response }: Params<'user.credentialMake'>) {
  if (id === undefined && response === undefined) return null;
  if (id === undefined) throw invalid('id', 'is missing: send what the browser made, or none of it');
  if (response === undefined)
    throw invalid('response', 'is missing: send what the browser made, or none of it');
  return { id, rawId: rawId ?? id, type: type ?? 'public-key', response };
}
