// nginx as a baseline: one worker on the server's core, TLS with the candidate's certificate, files and PUT.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from '../../test/support/until.js';
import { pinned } from './pin.js';
import { cpuSeconds, rssMb } from './process.js';
import type { Measured } from './types.js';

const NGINX = '/usr/sbin/nginx';

/** Why nginx cannot be used, '' when it can. */
export function nginxMissing(): string {
  return existsSync(NGINX) ? '' : 'nginx is not installed (Debian package nginx-light)';
}

/** A running nginx. */
export interface Nginx {
  readonly url: string;
  /** Its worker: the master does nothing. */
  readonly server: Measured;
  stop(): Promise<void>;
}

/** Serves `root` by https and takes `PUT /put/...` below it; its settings are Debian's where none is named here. */
export async function startNginx(
  dir: string,
  root: string,
  tls: { cert: string; key: string },
): Promise<Nginx> {
  const port = await freePort();
  await mkdir(join(dir, 'temp'), { recursive: true });
  await mkdir(join(root, 'put'), { recursive: true });
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(dir, 'temp', name)};`)
    .join('\n  ');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const file = join(dir, 'nginx.conf');
  await writeFile(
    file,
    `daemon off; ${user}
worker_processes 1;
pid ${join(dir, 'nginx.pid')};
error_log ${join(dir, 'error.log')};
events { worker_connections 768; }
http {
  ${temp}
  access_log ${join(dir, 'access.log')};
  sendfile on;
  tcp_nopush on;
  default_type application/octet-stream;
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${tls.cert};
    ssl_certificate_key ${tls.key};
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_prefer_server_ciphers on;
    root ${root};
    client_max_body_size 0;
    location /put/ { dav_methods PUT; }
  }
}
`,
  );
  const [program, args] = pinned('server', NGINX, ['-c', file, '-p', dir, '-e', join(dir, 'error.log')]);
  const child = spawn(program, args, { stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const master = child.pid ?? 0;
  const worker = await until(() => Promise.resolve(workerOf(master)), {
    what: `nginx to start, see ${join(dir, 'error.log')}`,
  });
  return {
    url: `https://127.0.0.1:${port}`,
    server: { cpuSeconds: () => cpuSeconds(worker), rssMb: () => rssMb(worker) },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The first child of a process, null for none. */
function workerOf(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return text === '' ? null : Number(text.split(' ')[0]);
  } catch {
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
