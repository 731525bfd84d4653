// Where the dialects are: mounts, host names, switched off ones, and requests that are wrong before any route.
import { request } from 'node:http';
import t from 'tap';
import { startTestApp, type TestApp } from '../support/app.js';

interface Got {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  json: unknown;
}

/** Any request at all: `fetch` sends no `Host` of ours, and no body with a GET. */
function send(
  app: TestApp,
  line: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Got> {
  const [method, path] = line.split(' ');
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        let json: unknown;
        try {
          json = JSON.parse(text);
        } catch {
          json = undefined;
        }
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

t.setTimeout(120_000);

const CVM = { errors: [String] };
const PANEL = { error: String };
const AARCH64 = { meta: { success: false, message: String }, data: null };
const NATIVE = { errors: [{ status: String, code: String, detail: String }] };

async function start(flags: Record<string, string> = {}): Promise<TestApp> {
  const app = await startTestApp({ flags });
  t.teardown(() => app.close());
  return app;
}

const usual = await start();

await t.test("a path that is nobody's is refused in the form of its mount", async (t) => {
  const cases: [string, number, object][] = [
    ['GET /api/client/nothing', 404, CVM],
    ['DELETE /api/client/vps/list', 405, CVM],
    ['GET /api/nothing', 404, AARCH64],
    ['GET /api', 404, AARCH64],
    ['PUT /api/users', 405, PANEL],
    ['POST /api/projects', 405, AARCH64],
    ['POST /api/instances/suspend/%E0%A4', 404, PANEL],
    ['GET /api/v1/nothing', 404, NATIVE],
    ['GET /api/v1/simplestream.list/nothing', 404, NATIVE],
    ['GET /nothing', 404, NATIVE],
    ['OPTIONS /api/client/vps/list', 405, CVM],
    ['OPTIONS /nothing', 405, NATIVE],
  ];
  for (const [line, status, form] of cases) {
    const got = await send(usual, line);
    t.equal(got.status, status, line);
    t.match(got.json, form, line);
    t.match(got.headers, { 'content-type': 'application/json', 'x-request-id': String });
    if (status === 405) t.match(got.headers['allow'], /[A-Z]/, line);
  }
});

await t.test('what is wrong before any route is told in the form of the path', async (t) => {
  const list = 'GET /api/client/vps/list';
  const many = { 'X-Long': 'x'.repeat(16_384) };
  const cases: [string, Parameters<typeof send>[2], number, object][] = [
    [list, { headers: { Host: 'evil.example' } }, 421, CVM],
    ['GET /api/users', { headers: { Host: 'evil.example' } }, 421, PANEL],
    [list, { headers: { Origin: 'https://evil.example' } }, 403, CVM],
    [list, { headers: many }, 431, CVM],
    [list, { headers: { 'Idempotency-Key': 'x'.repeat(300) } }, 400, CVM],
    [list, { headers: { Authorization: 'Basic Zm9vOmJhcg==' } }, 401, CVM],
    [list, { headers: { 'Content-Length': '8' }, body: 'not JSON' }, 401, CVM],
    ['GET /api/users', { headers: { Authorization: 'bare' } }, 401, PANEL],
  ];
  for (const [line, sent, status, form] of cases) {
    const got = await send(usual, line, sent);
    t.equal(got.status, status, `${line} ${JSON.stringify(sent).slice(0, 60)}`);
    t.match(got.json, form);
  }
});

await t.test('SEC-34 a body over 64 KiB, declared or in chunks', async (t) => {
  const body = JSON.stringify({ type: 'email', value: 'x'.repeat(65_536) });
  const chunked = { headers: { 'Transfer-Encoding': 'chunked' }, body };
  for (const sent of [{ headers: { 'Content-Length': String(body.length) }, body }, chunked]) {
    const got = await send(usual, 'POST /api/getUser', sent);
    t.equal(got.status, 413);
    t.match(got.json, PANEL);
  }
  const fits = JSON.stringify({ type: 'email', value: 'x'.repeat(65_000) });
  t.equal((await send(usual, 'POST /api/getUser', { body: fits })).status, 401, 'and one that fits is read');
});

await t.test('the browser of an allowed page may send what a dialect needs', async (t) => {
  const headers = { Origin: usual.url, 'Access-Control-Request-Method': 'DELETE' };
  const got = await send(usual, 'OPTIONS /api/vms/delete', { headers });
  t.equal(got.status, 204);
  t.match(got.headers['access-control-allow-methods'], /DELETE/);
  t.match(got.headers['access-control-allow-headers'], /X-Api-Key/);
});

await t.test('HEAD answers as GET does, without its body', async (t) => {
  const [get, head] = [await send(usual, 'GET /api/users'), await send(usual, 'HEAD /api/users')];
  t.equal(head.status, get.status);
  t.equal(head.headers['content-length'], String(get.text.length));
  t.equal(head.text, '');
});

await t.test('SEC-32 a host name of its own, and a mount of another name', async (t) => {
  const app = await start({ 'dialects.cvm.host': 'cvm.example', 'dialects.panel.mount': '/games' });
  const own = { headers: { Host: 'CVM.example:7500' } };
  for (const path of ['/vps/list', '/api/client/vps/list']) {
    const got = await send(app, `GET ${path}`, own);
    t.equal(got.status, 401, path);
    t.match(got.json, CVM);
  }
  t.match((await send(app, 'GET /api/system', own)).json, CVM, 'nobody else is there');
  t.equal((await send(app, 'GET /v1/health.alive', own)).status, 200, 'but our own');
  t.equal((await send(app, 'GET /vps/list')).status, 404);
  t.equal((await send(app, 'GET /api/client/vps/list')).status, 401);
  t.match((await send(app, 'GET /games/users')).json, PANEL);
  t.match((await send(app, 'GET /api/users')).json, AARCH64);
});

await t.test('switched off', async (t) => {
  const app = await start({ 'dialects.cvm.enabled': 'false', 'dialects.panel.enabled': 'false' });
  t.match((await send(app, 'GET /api/client/vps/list')).json, AARCH64);
  t.match((await send(app, 'GET /api/users')).json, AARCH64);
  const none = await start({
    'dialects.cvm.enabled': 'false',
    'dialects.panel.enabled': 'false',
    'dialects.aarch64.enabled': 'false',
  });
  const got = await send(none, 'GET /api/client/vps/list');
  t.equal(got.status, 404);
  t.match(got.json, NATIVE);
});
