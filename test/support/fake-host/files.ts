// Files and the console inside the fake's instances, as 5.0.2 answers for them.
import { posix } from 'node:path';
import type { Reply, RouteInput } from './instances.js';
import { Refusal, type FakeFile, type FakeInstance } from './types.js';

const OWNED = { uid: 0, gid: 0 };

/** What every instance has. */
export function defaultFiles(hostname: string): Map<string, FakeFile> {
  const directory = (): FakeFile => ({ type: 'directory', mode: '0755', ...OWNED, bytes: Buffer.alloc(0) });
  const file = (text: string): FakeFile => ({
    type: 'file',
    mode: '0644',
    ...OWNED,
    bytes: Buffer.from(text),
  });
  const link = (target: string): FakeFile => ({
    type: 'symlink',
    mode: '0777',
    ...OWNED,
    bytes: Buffer.from(target),
  });
  return new Map<string, FakeFile>([
    ...['/', '/bin', '/etc', '/root', '/tmp', '/usr', '/usr/lib'].map((path) => [path, directory()] as const),
    ['/bin/busybox', file('\x7fELF')],
    ['/bin/sh', link('/bin/busybox')],
    ['/lib', link('/usr/lib')],
    ['/etc/hostname', file(`${hostname}\n`)],
    ['/etc/passwd', file('root:x:0:0:root:/root:/bin/sh\n')],
  ]);
}

/** GET and POST below `/files`. */
export function fileRoutes({ request, headers }: RouteInput, instance: FakeInstance): Reply | null {
  const path = posix.resolve('/', request.query['path'] ?? '');
  const { files } = instance;
  if (request.method === 'GET' || request.method === 'HEAD') {
    const found = files.get(real(files, path, false));
    checkAbove(files, path, 'lstat');
    if (found === undefined) throw new Refusal(404, 'Not Found');
    const about = {
      'X-LXD-type': found.type,
      'X-LXD-mode': found.mode,
      'X-LXD-uid': String(found.uid),
      'X-LXD-gid': String(found.gid),
      'X-LXD-modified': '2023-11-14 22:13:20 +0000 UTC',
    };
    if (found.type !== 'directory') return { kind: 'bytes', bytes: found.bytes, headers: about };
    const below = [...files.keys()].filter((one) => one !== '/' && posix.dirname(one) === path);
    return { kind: 'sync', metadata: below.map((one) => posix.basename(one)), headers: about };
  }
  if (request.method !== 'POST') return null;
  const target = real(files, path, true);
  checkAbove(files, target, 'open');
  if (!files.has(posix.dirname(target))) throw new Refusal(404, 'Not Found');
  const old = files.get(target);
  if (old?.type === 'directory')
    throw new Refusal(500, `sftp: "open ${path}: is a directory" (SSH_FX_FAILURE)`);
  const set = (name: string): string | undefined => {
    const value = headers[`x-lxd-${name}`];
    return typeof value === 'string' ? value : undefined;
  };
  files.set(target, {
    type: 'file',
    mode: set('mode') ?? old?.mode ?? '0644',
    uid: Number(set('uid') ?? old?.uid ?? 0),
    gid: Number(set('gid') ?? old?.gid ?? 0),
    bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  });
  return { kind: 'sync', metadata: {} };
}

/** What a started instance writes on its console. */
export const BANNER = '\r\nBusyBox v1.35.0\r\n\r\n/ # ';

/** What stands on the console: reading it empties the buffer of what runs, the file of what is stopped stays. */
export function consoleLog(instance: FakeInstance): Reply {
  const file = `/var/lib/lxd/logs/${instance.name}/console.log`;
  const stopped = instance.status === 'Stopped';
  const text = stopped ? (instance.started_at === 0 ? '' : BANNER) : instance.console;
  if (text === '') throw new Refusal(500, `open ${stopped ? file : ''}: no such file or directory`);
  if (!stopped) instance.console = '';
  return { kind: 'bytes', bytes: Buffer.from(text), headers: {} };
}

/** Follows links in the folders above a path, and the last one too where it is to be written to. */
function real(files: Map<string, FakeFile>, path: string, last: boolean): string {
  let here = '/';
  const parts = path.split('/').filter((part) => part !== '');
  for (const [index, part] of parts.entries()) {
    here = posix.join(here, part);
    const found = files.get(here);
    if (found?.type === 'symlink' && (last || index < parts.length - 1)) {
      here = posix.resolve(posix.dirname(here), found.bytes.toString());
    }
  }
  return here;
}

function checkAbove(files: Map<string, FakeFile>, path: string, what: string): void {
  if (files.get(real(files, posix.dirname(path), true))?.type === 'file') {
    throw new Refusal(500, `sftp: "${what} ${path}: not a directory" (SSH_FX_FAILURE)`);
  }
}
