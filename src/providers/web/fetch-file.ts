// One file from a server that somebody named (SEC-40): to the checked address only, without redirects, never longer
// than was said, and never waited for without an end.
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { type Code, AppError, isAppError } from '../../errors.js';
import type { FetchFile, FileOptions } from '../parts/documents.js';

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|INVALID_CA/;
/** Longest wait for the other side to move. */
const IDLE_MS = 30_000;

/** GET of an https URL; the bytes come as they are asked for. */
export const fetchFile: FetchFile = async function* (url, options) {
  const { field, size, signal } = options;
  const refuse = (code: Code, why: string, cause?: unknown): AppError =>
    new AppError(code, `${field} ${why}`, {
      cause,
      faults: [{ detail: `${field} ${why}`, pointer: `/${field}` }],
    });
  const shown = (error: unknown): unknown => {
    if (isAppError(error)) return error;
    if (signal.aborted) return new AppError('cancelled', 'cancelled', { cause: error });
    const code = String((error as NodeJS.ErrnoException).code ?? '');
    if (CERTIFICATE.test(code)) {
      return refuse('host_untrusted', 'shows a certificate that is not trusted here (setting tls.ca)', error);
    }
    return refuse('host_unreachable', 'does not answer', error);
  };
  let left = size;
  try {
    const response = await open(url, options);
    try {
      if (response.statusCode !== 200) {
        throw refuse('host_failed', `answers ${response.statusCode ?? 0} instead of the file of an image`);
      }
      if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') {
        throw refuse('host_failed', 'sends the file of an image in another encoding');
      }
      for await (const chunk of response as AsyncIterable<Buffer>) {
        left -= chunk.length;
        if (left < 0) break;
        yield chunk;
      }
    } finally {
      response.destroy();
    }
  } catch (error) {
    throw shown(error);
  }
  if (left !== 0) throw refuse('host_failed', 'sends a file of another size than its catalogue says');
};

function open(url: URL, { address, ca, signal }: FileOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: address,
        port: url.port === '' ? 443 : Number(url.port),
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        headers: { host: url.host, 'accept-encoding': 'identity', 'user-agent': 'Gantry' },
        agent: false,
        signal,
        timeout: IDLE_MS,
        ...(ca === undefined ? {} : { ca: [...ca] }),
      },
      resolve,
    );
    outgoing.once('timeout', () => outgoing.destroy(new Error('nothing moved')));
    outgoing.once('error', reject);
    outgoing.end();
  });
}
