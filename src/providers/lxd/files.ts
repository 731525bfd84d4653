// Files and logs of instances by LXD's `/files`, `/logs` and `/console`; Incus names the headers after itself.
import { posix } from 'node:path';
import { AppError, invalid, isAppError, missing } from '../../errors.js';
import type { FileContent, HostEntry, HostFiles, HostLog } from '../parts/files.js';
import type { InstanceRef } from '../provider.js';
import type { Query } from './client.js';
import type { Context } from './instances.js';
import { instanceSegment, projectName } from './names.js';
import type { Streamed } from './streams.js';
import { texts } from './types.js';

const LONGEST_PATH = 4096;
// Names stand in a path on the host, and LXD makes file names of them.
const LOG_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const LONGEST_TARGET = 4096;

/** The file part of a host. */
export function fileCalls(context: Context): HostFiles {
  const { client } = context;

  const open = async (ref: InstanceRef, path: string, signal?: AbortSignal): Promise<Streamed> => {
    try {
      const answer = await client.stream({ method: 'GET', ...at(ref, path), headers: {}, signal });
      if (answer.status >= 400) await client.envelope(answer);
      return answer;
    } catch (error) {
      throw notThere(error);
    }
  };

  const read = async (ref: InstanceRef, path: string, signal?: AbortSignal): Promise<HostEntry> => {
    const answer = await open(ref, path, signal);
    const owned = ownedBy(answer);
    const type = said(answer, 'type');
    if (type === 'directory') {
      const { metadata } = await client.envelope(answer);
      return { type, ...owned, names: texts(metadata).toSorted() };
    }
    if (type === 'symlink') return { type, ...owned, target: await targetOf(answer) };
    const length = header(answer, 'content-length');
    const size = /^\d{1,15}$/.test(length) ? Number(length) : null;
    return { type: 'file', ...owned, size, body: answer.body, close: answer.close };
  };

  /** What is at a path, without its content; '' for nothing, null where the host cannot say. */
  const typeAt = async (ref: InstanceRef, path: string, signal?: AbortSignal): Promise<string | null> => {
    const { path: url, query } = at(ref, path);
    const answer = await client.head(url, query, signal);
    if (answer.status === 404) return '';
    return answer.status === 200 ? said(answer, 'type') || null : null;
  };

  const write = async (
    ref: InstanceRef,
    path: string,
    content: FileContent,
    signal?: AbortSignal,
  ): Promise<void> => {
    // Looked at first: a host that refuses in the middle of the bytes may close before its answer is read.
    const parent = posix.dirname(path);
    const above = await typeAt(ref, parent, signal);
    if (above === '' || above === 'file') throw noParent(parent);
    if ((await typeAt(ref, path, signal)) === 'directory') throw isDirectory();
    const wanted = { type: 'file', mode: content.mode, uid: content.uid, gid: content.gid };
    const headers: Record<string, string> = { 'content-type': 'application/octet-stream' };
    for (const [name, value] of Object.entries(wanted)) {
      if (value === undefined) continue;
      headers[`x-lxd-${name}`] = String(value);
      headers[`x-incus-${name}`] = String(value);
    }
    try {
      const body = { size: content.size, bytes: content.body };
      await client.envelope(await client.stream({ method: 'POST', ...at(ref, path), headers, signal, body }));
    } catch (error) {
      const cause = causeOf(error);
      if (/is a directory/i.test(cause)) throw isDirectory();
      // A link above it may lead nowhere.
      if (/not a directory|^not found$|no such file/i.test(cause)) throw noParent(parent);
      throw notThere(error);
    }
  };

  const logEnd = async (
    path: string,
    ref: InstanceRef,
    bytes: number,
    ranged: boolean,
  ): Promise<HostLog | null> => {
    const end = await client.end(`${instancePath(ref)}${path}`, projectQuery(ref), bytes, { ranged });
    return end === null ? null : { bytes: end.bytes, truncated: end.size > end.bytes.length };
  };

  return {
    readFile: read,
    writeFile: write,
    logNames: async (ref) => {
      const answer = await client.get(`${instancePath(ref)}/logs`, { query: projectQuery(ref) });
      const names = texts(answer.metadata).map((url) => url.split('?')[0]?.split('/').at(-1) ?? '');
      return names.filter((name) => LOG_NAME.test(name)).toSorted();
    },
    readLog: async (ref, name, bytes) => {
      if (!LOG_NAME.test(name)) throw invalid('log_name', 'must be the name of a log');
      return logEnd(`/logs/${encodeURIComponent(name)}`, ref, bytes, true);
    },
    // A range would lose the rest: reading empties the buffer of a container that runs (seen on 5.0.2).
    readConsole: (ref, bytes) => logEnd('/console', ref, bytes, false),
  };
}

function instancePath(ref: InstanceRef): string {
  return `/1.0/instances/${instanceSegment(ref.name)}`;
}

function projectQuery(ref: InstanceRef): { project: string } {
  return { project: projectName(ref.project) };
}

/** Where a file of an instance is asked for; throws `invalid_params` for what is no absolute path (SEC-44). */
function at(ref: InstanceRef, path: string): { path: string; query: Query } {
  if (!path.startsWith('/') || path.includes('\0') || Buffer.byteLength(path) > LONGEST_PATH) {
    throw invalid('path', 'must be absolute, without NUL, and of 4096 bytes at most');
  }
  return { path: `${instancePath(ref)}/files`, query: { ...projectQuery(ref), path } };
}

type Headed = Pick<Streamed, 'headers'>;

function header({ headers }: Headed, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

/** LXD's header, or Incus's. */
function said(answer: Headed, name: string): string {
  const lxd = header(answer, `x-lxd-${name}`);
  return lxd === '' ? header(answer, `x-incus-${name}`) : lxd;
}

function ownedBy(answer: Headed): { mode: string; uid: number; gid: number } {
  const mode = said(answer, 'mode');
  const number = (name: string): number => {
    const value = Number(said(answer, name));
    return Number.isSafeInteger(value) && value >= 0 ? value : 0;
  };
  return { mode: /^[0-7]{3,5}$/.test(mode) ? mode : '', uid: number('uid'), gid: number('gid') };
}

/** Where a link points to: the body of its answer. */
async function targetOf(answer: Streamed): Promise<string> {
  let target = Buffer.alloc(0);
  for await (const chunk of answer.body) {
    target = Buffer.concat([target, chunk]);
    if (target.length > LONGEST_TARGET) break;
  }
  return target.subarray(0, LONGEST_TARGET).toString('utf8');
}

function causeOf(error: unknown): string {
  if (!isAppError(error)) return '';
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** The host says `Not Found` for a path and names the instance when that is gone. */
function notThere(error: unknown): unknown {
  const cause = causeOf(error);
  if (isAppError(error) && error.code === 'not_found' && !/instance/i.test(cause)) return missing('path');
  if (/not a directory/i.test(cause)) return missing('path');
  return error;
}

function noParent(parent: string): AppError {
  const detail = `path: there is no directory ${parent}: make it first`;
  return new AppError('not_found', detail, { faults: [{ detail, pointer: '/path' }] });
}

function isDirectory(): AppError {
  const detail = 'path is a directory: name the file in it';
  return new AppError('conflict', detail, { faults: [{ detail, pointer: '/path' }] });
}
