// user.register: both steps of a registration, and the first administrator.
import { invalid } from '../errors.js';
import { method, type Params } from '../registry/method.js';
import { ack } from './present/document.js';

type Field = 'user_login' | 'user_email' | 'user_password' | 'user_passwordRepeat';

export default method('user.register', async ({ core, caller }, params) => {
  const code = params.user_code ?? '';
  if (code !== '' && params.user_login === undefined && params.user_password === undefined) {
    await core.accounts.activate(caller, code);
    return ack('user');
  }
  const form = {
    login: given(params, 'user_login'),
    email: given(params, 'user_email'),
    password: given(params, 'user_password'),
    password_repeat: given(params, 'user_passwordRepeat'),
  };
  if (code === '') await core.accounts.register(caller, form);
  else await core.accounts.registerFirstAdmin(caller, form, code);
  return ack('user');
});

function given(params: Params<'user.register'>, field: Field): string {
  const value = params[field];
  if (value === undefined || value === '') throw invalid(field, 'is missing: send it, or user_code alone');
  return value;
}
