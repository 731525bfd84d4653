// One JSON document from a server that somebody named (SEC-40): to the checked address only, without redirects,
// with caps on time and size.
import { request } from 'node:https';
import { type Code, AppError, isAppError } from '../../errors.js';
import type { FetchJson, FetchOptions } from '../parts/documents.js';

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|INVALID_CA/;

/** GET of an https URL. */
export const fetchJson: FetchJson = async (url, options) => {
  const { field } = options;
  const refuse = (code: Code, why: string, cause?: unknown): AppError =>
    new AppError(code, `${field} ${why}`, {
      cause,
      faults: [{ detail: `${field} ${why}`, pointer: `/${field}` }],
    });
  let body: Buffer;
  try {
    body = await download(url, options, (why) => refuse('host_failed', why));
  } catch (error) {
    if (isAppError(error)) throw error;
    const code = String((error as NodeJS.ErrnoException).code ?? '');
    if (CERTIFICATE.test(code)) {
      throw refuse('host_untrusted', 'shows a certificate that is not trusted here (setting tls.ca)', error);
    }
    throw refuse('host_unreachable', 'does not answer', error);
  }
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (cause) {
    throw refuse('host_failed', 'does not answer as a simplestreams server does', cause);
  }
};

function download(url: URL, options: FetchOptions, refuse: (why: string) => AppError): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: options.address,
        port: url.port === '' ? 443 : Number(url.port),
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        headers: {
          host: url.host,
          accept: 'application/json',
          'accept-encoding': 'identity',
          'user-agent': 'Gantry',
        },
        agent: false,
        signal: options.signal,
        ...(options.ca === undefined ? {} : { ca: [...options.ca] }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const { budget } = options;
        const give = (error: AppError): void => {
          reject(error);
          response.destroy();
        };
        response.on('error', reject);
        if (response.statusCode !== 200) {
          return give(refuse(`answers ${response.statusCode ?? 0} instead of a simplestreams catalogue`));
        }
        if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') {
          return give(refuse('does not answer as a simplestreams server does'));
        }
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (chunk.length > budget.bytes) return give(refuse('sends a catalogue that is too large'));
          budget.bytes -= chunk.length;
          chunks.push(chunk);
        });
        response.once('end', () => resolve(Buffer.concat(chunks, size)));
        response.once('close', () => reject(new Error('the connection was closed')));
      },
    );
    outgoing.once('error', reject);
    outgoing.end();
  });
}
