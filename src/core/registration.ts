// What a new account must look like before anything is written.
import { invalid } from '../errors.js';
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

/** Refuses, naming the field, what cannot become an account; returns it trimmed. */
export function checkRegistration(form: Registration): Registration {
  const login = form.login.normalize('NFKC').trim();
  if (!LOGIN.test(login)) {
    throw invalid(
      'user_login',
      'must have 3 to 64 letters, digits, dots, hyphens or underscores, a letter or digit first',
    );
  }
  const email = form.email.trim();
  if (email.length > LONGEST_EMAIL || !EMAIL.test(email)) {
    throw invalid('user_email', 'must be an e-mail address such as name@example.org');
  }
  if (form.password !== form.password_repeat)
    throw invalid('user_passwordRepeat', 'must equal user_password');
  checkPassword('user_password', form.password);
  return { ...form, login, email };
}
