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
