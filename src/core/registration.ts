// What a new account must look like before anything is written.
import { invalid } from '../errors.js';
import { randomName } from '../ids.js';
import { checkPassword } from './passwords.js';

/** The fields of the registration form. */
export interface Registration {
  login: string;
  email: string;
  password: string;
  password_repeat: string;
}

// ASCII only: logins and addresses are unique whatever their case, and the database folds no more than that.
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/;
const EMAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*$/;
const LONGEST_EMAIL = 254;

/** What clients are told of a login or an address that belongs to somebody else; the panel translates this text. */
export const OCCUPIED = 'this is the user name or mailbox is already occupied. try another credentials';

/** Refuses, naming the field, what cannot become an account; returns it trimmed. */
export function checkRegistration(form: Registration): Registration {
  const login = checkLogin(form.login);
  const email = checkEmail(form.email);
  checkNewPassword(form);
  return { ...form, login, email };
}

/** A login as it is stored, or a fault at `user_login`. */
export function checkLogin(text: string): string {
  const login = text.normalize('NFKC').trim();
  if (LOGIN.test(login)) return login;
  throw invalid(
    'user_login',
    'must have 3 to 64 letters, digits, dots, hyphens or underscores, a letter or digit first',
  );
}

/** A login made of an address, as long as one that is given; `taken` asks for another one. */
export function loginFor(email: string, taken: boolean): string {
  const local = email.slice(0, email.lastIndexOf('@')).normalize('NFKC');
  const plain = local.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  const short = plain.length < 3 || taken;
  return short ? `${plain.slice(0, 50) || 'user'}-${randomName(8)}` : plain.slice(0, 64);
}

/** An address as it is stored, or a fault at `user_email`. */
export function checkEmail(text: string): string {
  const email = text.trim();
  if (email.length <= LONGEST_EMAIL && EMAIL.test(email)) return email;
  throw invalid('user_email', 'must be an e-mail address such as name@example.org');
}

/** Refuses a new password that was typed differently the second time, or is too weak (SEC-04). */
export function checkNewPassword(form: Pick<Registration, 'password' | 'password_repeat'>): void {
  if (form.password !== form.password_repeat)
    throw invalid('user_passwordRepeat', 'must equal user_password');
  checkPassword('user_password', form.password);
}
