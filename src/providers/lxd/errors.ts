// Maps what a host or the way to it says onto our error codes. LXD refuses in two ways (at once, or by a failed
// operation after a 202) and often with the wrong status, so the text decides before the status does.
import { AppError, isAppError, type Code } from '../../errors.js';

const BY_TEXT: [RegExp, Code][] = [
  [
    /no space left|not enough (?:free )?space|disk quota exceeded|insufficient (?:space|storage)/i,
    'no_capacity',
  ],
  [/reached maximum number|(?:exceed|reach)\w* .*(?:limits?|quota)|out of memory/i, 'no_capacity'],
  [
    /^invalid (?:config|devices?)\b|unknown configuration key|unsupported device type|invalid value/i,
    'invalid_params',
  ],
  [
    /name must be|can only contain|must not (?:start|end)|invalid (?:instance )?name|bad request/i,
    'invalid_params',
  ],
  [/no root device could be found/i, 'invalid_params'],
  [
    /already (?:running|stopped|frozen|started)|(?:isn't|is not|not) (?:running|frozen|stopped)/i,
    'bad_state',
  ],
  [/(?:instance|container|vm|virtual machine) is (?:running|frozen|stopped|busy)/i, 'bad_state'],
  [/is busy running|matching non-reusable operation|must be stopped/i, 'bad_state'],
  [
    /already (?:exists?|in use|used|allocated)|in use|currently used|address already|same fingerprint/i,
    'conflict',
  ],
  [/etag doesn't match|precondition failed|UNIQUE constraint/i, 'conflict'],
  [
    /not supported on this server|not supported|missing .* extension|operation can't be cancelled/i,
    'unsupported',
  ],
  [
    /not found|no such|couldn't be found|doesn't exist|image not provided|not provided for instance creation/i,
    'not_found',
  ],
  [/shutting down|daemon is starting|lxd is shutting|database is (?:locked|closed)/i, 'host_unreachable'],
];

// A graceful stop that ran into its timeout says "shutting down" too, but the host is well.
const STOP_TIMEOUT = /failed shutting down instance|shutting down the container failed/i;

const BY_STATUS: Record<number, Code> = {
  400: 'host_failed',
  401: 'host_untrusted',
  403: 'host_untrusted',
  404: 'not_found',
  409: 'conflict',
  412: 'conflict',
  501: 'unsupported',
  503: 'host_unreachable',
  507: 'no_capacity',
};

const TLS_CODE =
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|INVALID_CA|HOSTNAME_MISMATCH)/;

/** A server certificate that isn't the pinned one. */
export class PinError extends Error {
  readonly code = 'ERR_TLS_CERT_PIN';
}

/** LXD's sentence without what would tell a stranger about the host: URLs, addresses, absolute paths (SEC-35). */
export function cleanText(original: string): string {
  return original
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"')]+/gi, '(url)')
    .replace(/\blookup \S+/g, 'lookup (host)')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?::\d{1,5})?\b/g, '(address)')
    .replace(/\[?(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}\]?(?::\d{1,5}|\/\d{1,3})?/gi, '(address)')
    .replace(/(^|[\s"'(=:,])(?:\/[^\s"',:()]+)+\/?/g, '$1(path)')
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .slice(0, 300)
    .trim();
}

function codeOf(status: number, message: string): Code {
  if (status === 403 || status === 401) return 'host_untrusted';
  if (STOP_TIMEOUT.test(message)) return 'host_failed';
  for (const [pattern, code] of BY_TEXT) if (pattern.test(message)) return code;
  return BY_STATUS[status] ?? 'host_failed';
}

/** What a refusal at once (an HTTP answer of type error) means. */
export function fromRefusal(status: number, message: string): AppError {
  const code = codeOf(status, message);
  const shown = cleanText(message);
  if (code === 'host_untrusted') {
    return new AppError(code, 'the host does not accept our certificate', { cause: new Error(message) });
  }
  return new AppError(code, shown === '' ? 'the host refused the request' : shown, {
    cause: new Error(message),
  });
}

/** What a failed operation (its `err`) means. */
export function fromFailure(message: string): AppError {
  const code = codeOf(400, message);
  const shown = cleanText(message);
  return new AppError(code, shown === '' ? 'the host could not do it' : shown, { cause: new Error(message) });
}

function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** What a broken or refused connection means: host_untrusted for the certificate, host_unreachable for the rest. */
export function fromConnection(error: unknown): AppError {
  if (isAppError(error)) return error;
  const code = errorCode(error);
  if (error instanceof PinError || TLS_CODE.test(code)) {
    return new AppError('host_untrusted', 'the host shows another certificate than the one stored for it', {
      cause: error,
    });
  }
  return new AppError('host_unreachable', `the host does not answer${reason(code)}`, { cause: error });
}

function reason(code: string): string {
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return ' (connection refused)';
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return ' (timeout)';
  if (/SOCKET|ECONNRESET|EPIPE|HPE_/.test(code)) return ' (connection lost)';
  return '';
}

/** The error for work that was given up by its own signal. */
export function fromAbort(signal: AbortSignal): AppError {
  const cause: unknown = signal.reason;
  return isAppError(cause)
    ? cause
    : new AppError('cancelled', 'the wait for the host was given up', { cause });
}
