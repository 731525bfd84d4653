// What the security tests share: searching files and answers for marker secrets, in the forms a leak would take.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type IncomingHttpHeaders, request } from 'node:http';
import { PASSWORD } from '../support/app.js';

/** A secret under a name; its value must not turn up anywhere. */
export type Markers = ReadonlyMap<string, string>;

/** The forms in which a text may hide: as it is, base64 at each of three offsets, hex, and percent-encoded. */
function forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const found = [
    secret,
    bytes.toString('hex'),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ];
  for (let offset = 0; offset < 3; offset++) {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and last characters also carry bits of the neighbours.
    const middle = shifted.slice(offset === 0 ? 0 : 4, shifted.length - 1);
    if (middle.length >= 12) found.push(middle, middle.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return [...new Set(found)];
}

/** Names of the markers that stand in the bytes. */
export function markersIn(bytes: Buffer | string, markers: Markers): string[] {
  const searched = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return [...markers]
    .filter(([, secret]) => forms(secret).some((form) => searched.includes(form)))
    .map(([name]) => name);
}

/** Every file below a folder, as `path: marker` of each hit; `leave` names files that may hold some. */
export async function searchFolder(
  folder: string,
  markers: Markers,
  leave: (path: string) => boolean = () => false,
): Promise<{ hits: string[]; files: string[] }> {
  const hits: string[] = [];
  const files: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || leave(path)) continue;
    files.push(path);
    for (const name of markersIn(await readFile(path), markers)) hits.push(`${path}: ${name}`);
  }
  return { hits, files };
}

/** One raw HTTP request, for what `fetch` will not send (a foreign `Host`, broken JSON). */
export function rawRequest(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; text: string; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: options.method ?? 'GET',
      headers: options.headers ?? {},
      agent: false,
    });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
      answer.once('error', reject);
    });
    sent.end(options.body);
  });
}

/** One call over HTTP with its answer as text too. */
export async function call(
  url: string,
  method: string,
  params: unknown,
  { token }: { token?: string } = {},
): Promise<{ status: number; text: string; body: Record<string, unknown> }> {
  const response = await fetch(`${url}/v1/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(params),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Record<string, unknown> };
}

/** Registers the first administrator of a house and logs in; gives the session's token. */
export async function firstAdmin(url: string, data: string): Promise<string> {
  const user_code = (await readFile(join(data, 'first-admin.code'), 'utf8')).trim();
  const user = { user_login: 'admin', user_password: PASSWORD };
  const form = { ...user, user_email: 'admin@example.net', user_passwordRepeat: PASSWORD, user_code };
  const made = await call(url, 'user.register', form);
  if (made.status !== 200) throw new Error(made.text);
  const login = await call(url, 'user.login', user);
  return (login.body['data'] as { attributes: { token: string } }).attributes.token;
}

/** All rows of a list, page by page. */
export async function readAll(
  url: string,
  method: string,
  token: string,
  params: Record<string, unknown> = {},
): Promise<{ id: number; attributes: Record<string, unknown> }[]> {
  const rows: { id: number; attributes: Record<string, unknown> }[] = [];
  let after: string | null = null;
  do {
    const { status, text, body } = await call(
      url,
      method,
      { ...params, limit: 100, ...(after === null ? {} : { after }) },
      { token },
    );
    if (status !== 200) throw new Error(text);
    rows.push(...(body['data'] as typeof rows));
    after = (body['meta'] as { next?: string | null } | undefined)?.next ?? null;
  } while (after !== null);
  return rows;
}
