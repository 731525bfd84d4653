// Mail: by SMTP where it is configured, else as files that an administrator can read.
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';

/** One message to one person; `text` is always there, `html` says the same. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  /** Rejects when the mail server refuses or cannot be reached. */
  send(mail: Mail): Promise<void>;
  /** Lets what is on its way leave, for 5 s at most, and hangs up. */
  close(): Promise<void>;
}

const LEAVING_MS = 5_000;

export interface SmtpSettings {
  host: string | null;
  port: number;
  /** `starttls` insists on it, `tls` begins with it, `none` is for a relay on this machine. */
  security: 'starttls' | 'tls' | 'none';
  user: string | null;
  password: string | null;
  from: string;
}

/** Makes the mailer; without `smtp.host` mails become `*.eml` files in `outbox`. */
export function createMailer({ smtp, outbox }: { smtp: SmtpSettings; outbox: string }): Mailer {
  const mailer = carrier(smtp, outbox);
  const leaving = new Set<Promise<void>>();
  return {
    send: async (mail) => {
      const sent = mailer.send(mail);
      leaving.add(sent);
      try {
        await sent;
      } finally {
        leaving.delete(sent);
      }
    },
    close: async () => {
      await Promise.race([Promise.allSettled(leaving), pause(LEAVING_MS, undefined, { ref: false })]);
      mailer.close();
    },
  };
}

type Carrier = Pick<Mailer, 'send'> & { close(): void };

function carrier(smtp: SmtpSettings, outbox: string): Carrier {
  if (smtp.host === null) return fileMailer(smtp.from, outbox);
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(smtp.user !== null && { auth: { user: smtp.user, pass: smtp.password ?? '' } }),
  });
  return {
    send: async (mail) => {
      await transport.sendMail({ from: smtp.from, ...mail });
    },
    close: () => transport.close(),
  };
}

function fileMailer(from: string, outbox: string): Carrier {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    send: async (mail) => {
      const made = await transport.sendMail({ from, ...mail });
      await mkdir(outbox, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`;
      await writeFile(join(outbox, `.${name}`), made.message as Buffer, { mode: 0o600 });
      await rename(join(outbox, `.${name}`), join(outbox, `${name}.eml`));
    },
    close: () => transport.close(),
  };
}
