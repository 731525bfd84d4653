// The texts of our mails, as plain text and the same as HTML.
import type { Mail } from './mailer.js';

type Body = Omit<Mail, 'to'>;

/** The code that finishes a registration; `minutes` is how long it holds. */
export function registrationMail(options: {
  login: string;
  code: string;
  link: string;
  minutes: number;
}): Body {
  const { login, code, link, minutes } = options;
  return body('Your registration', [
    `You (or somebody who knows this address) registered as ${login}.`,
    `Enter this code to finish, within ${minutes} minutes:`,
    { code },
    'or open this page:',
    { link },
    'If it was not you, do nothing: no account will be made.',
  ]);
}

/** Told to the owner of an address that has an account already. */
export function addressTakenMail(options: { login: string }): Body {
  return body('Somebody registered with your address', [
    `Somebody tried to register with this address, which belongs to the account ${options.login}.`,
    'If it was you: log in with that account. If it was not, do nothing; nothing has changed.',
  ]);
}

/** Told to somebody whose chosen login belongs to another. */
export function loginTakenMail(options: { login: string }): Body {
  return body('Your registration', [
    `The login ${options.login} belongs to somebody else: register again with another one.`,
    'If it was not you who registered, do nothing.',
  ]);
}

/** The code that sets a new password. */
export function recoveryMail(options: { login: string; code: string; link: string; minutes: number }): Body {
  const { login, code, link, minutes } = options;
  return body('A new password for your account', [
    `You (or somebody who knows this address) asked for a new password for the account ${login}.`,
    `Enter this code to choose one, within ${minutes} minutes:`,
    { code },
    'or open this page:',
    { link },
    'If it was not you, do nothing: the password stays as it is.',
  ]);
}

/** Told to the owner of an account whose password was set anew by a mailed code. */
export function recoveredMail(options: { login: string }): Body {
  return body('Your password was changed', [
    `The password of the account ${options.login} was set anew with a code sent to this address, and all its sessions were ended.`,
    'If it was not you, somebody reads your mail: make your mailbox safe, then recover the account again.',
  ]);
}

/** The code that moves an account to the address it is sent to. */
export function emailChangeMail(options: { login: string; code: string; minutes: number }): Body {
  const { login, code, minutes } = options;
  return body('Your new address', [
    `The account ${login} is to have this address.`,
    `Enter this code in the settings of the account, within ${minutes} minutes:`,
    { code },
    'If it was not you, do nothing: this address will not be used.',
  ]);
}

/** Told to the owner of an address to which another account was to be moved. */
export function addressWantedMail(options: { login: string }): Body {
  return body('Somebody wanted to use your address', [
    `Somebody wanted to give this address, which belongs to the account ${options.login}, to another account.`,
    'Nothing has changed. One address belongs to one account: if it was you, choose another one.',
  ]);
}

/** Told to the address an account had until now. */
export function emailChangedMail(options: { login: string; email: string }): Body {
  return body('The address of your account was changed', [
    `The account ${options.login} now has the address ${options.email}, and no longer this one.`,
    'If it was not you, tell your administrator at once.',
  ]);
}

/** Told to the owner of an account whose password was changed in its settings. */
export function passwordChangedMail(options: { login: string }): Body {
  return body('Your password was changed', [
    `The password of the account ${options.login} was changed, and its other sessions were ended.`,
    'If it was not you, recover the account with this address at once.',
  ]);
}

/** The code that lets a locked password be changed again. */
export function passwordUnlockMail(options: { login: string; code: string; minutes: number }): Body {
  const { login, code, minutes } = options;
  return body('Unlock your password', [
    `The password of the account ${login} is locked against changes.`,
    `Enter this code in the settings of the account to unlock it, within ${minutes} minutes:`,
    { code },
    'If it was not you, do nothing: the password stays locked.',
  ]);
}

type Line = string | { code: string } | { link: string };

function body(subject: string, lines: readonly Line[]): Body {
  const text = lines.map((line) => {
    if (typeof line === 'string') return line;
    return 'code' in line ? `    ${line.code}` : line.link;
  });
  const html = lines.map((line) => {
    if (typeof line === 'string') return `<p>${escape(line)}</p>`;
    if ('code' in line) return `<p><code style="font-size:120%">${escape(line.code)}</code></p>`;
    return `<p><a href="${escape(line.link)}">${escape(line.link)}</a></p>`;
  });
  return {
    subject,
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html>\n<body>\n${html.join('\n')}\n</body>\n`,
  };
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
