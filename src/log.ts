// The log: pino JSON lines, with the one list of what is never written (SEC-10).
import { destination, type Logger, pino } from 'pino';
import type { Config } from './config.js';

export type { Logger } from 'pino';

/** Members that hold secrets, wherever they stand in the fields of a line. */
const SECRETS = [
  'password',
  'token',
  'ticket',
  'secret',
  'key',
  'authorization',
  'cookie',
  'certificate',
  'user_password',
  'user_passwordRepeat',
  'user_code',
  'server_password',
  'idempotency_key',
  'identity',
  'secret_hash',
  'password_hash',
] as const;

/** Where they are looked for: pino's redaction knows no "at any depth". */
const REDACT = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);

/** Makes the log; lines go to standard error unless `log.file` names a file. */
export function createLog(config: Pick<Config, 'log'>): Logger {
  const { level, file } = config.log;
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: REDACT, censor: '[redacted]' },
      serializers: { err: readableError },
    },
    destination({ dest: file ?? 2, mkdir: true, sync: true, mode: 0o600 }),
  );
}

/** An error with its causes; what else hangs on it (a request, a row) is left out. */
function readableError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  const code: unknown = (error as { code?: unknown }).code;
  return {
    type: name,
    message,
    ...(typeof code === 'string' && { error_code: code }),
    stack,
    ...(error.cause !== undefined && { cause: readableError(error.cause) }),
  };
}
