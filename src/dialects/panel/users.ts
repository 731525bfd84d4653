// Users: listed, found by name or address, made.
import { invalid } from '../../errors.js';
import type { DialectHandler } from '../dialect.js';
import { user } from './present.js';

/** GET /api/users */
export const list: DialectHandler<object> = async ({ core, caller }) => ({
  status: 200,
  body: (await core.roster.users(caller)).map(user),
});

/** POST /api/getUser */
export const find: DialectHandler<{ type: 'email' | 'username'; value: string }> = async ({
  core,
  caller,
  request,
}) => {
  const { type, value } = request.input;
  const row = await core.roster.user(caller, type === 'email' ? { email: value } : { login: value });
  if (row === undefined) throw invalid('value', `is no ${type} of a user`);
  return { status: 201, body: user(row) };
};

interface Form {
  username: string;
  email: string;
  password: string;
  userId?: string | null;
  admin?: boolean | null;
}

/** POST /api/auth/create-user */
export const create: DialectHandler<Form> = async ({ core, caller, request }) => {
  const { username, email, password, userId, admin } = request.input;
  const made = await core.userAdmin.create(caller, {
    login: username,
    email,
    password,
    external_id: userId === null || userId === '' ? undefined : userId,
    is_admin: admin === true,
  });
  const { accessTo: _accessTo, ...shown } = user(made);
  return { status: 201, body: shown };
};
