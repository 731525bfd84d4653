// Signup, login, logout and the caller.
import { oid } from '../../ids.js';
import { forgetKey, keepKey, presented } from './auth.js';
import { success, understood } from './envelope.js';

/** The Go client writes a form's fields as JSON: each is a list of one. */
type Text = string | readonly string[];

interface Form {
  email: Text;
  password: Text;
}

/** POST /auth/signup */
export const signup = understood<Form>(async ({ core, caller, request }) => {
  const { email, password } = request.input;
  await core.accounts.signUp(caller, { email: plain(email), password: plain(password) });
  return success('User created');
});

/** POST /auth/login */
export const login = understood<Form>(async ({ core, caller, request }) => {
  const { email, password } = request.input;
  const { token } = await core.accounts.login(caller, plain(email), plain(password), 'aarch64');
  return success('Authentication successful', { key: token }, [keepKey(token)]);
});

/** POST /auth/logout */
export const logout = understood(async ({ core, caller, request }) => {
  // A key of the header is somebody's program: it goes on.
  if (caller.actor !== null && presented(request)?.cookie === true) await core.accounts.logout(caller);
  return success('Logged out', null, [forgetKey()]);
});

/** GET /auth/user */
export const user = understood(async ({ core, caller, request }) => {
  const row = await core.accounts.get(caller);
  const key = presented(request)?.key ?? '';
  return success('Retrieved user info', {
    _id: oid(row.uuid),
    email: row.email,
    key,
    admin: row.is_admin === 1,
  });
});

function plain(text: Text): string {
  return typeof text === 'string' ? text : (text[0] ?? '');
}
