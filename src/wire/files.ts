// Files over GET and HEAD: strong ETags, single ranges, and reads no faster than the client takes the bytes.
import { STATUS_CODES } from 'node:http';
import type { FileTree, OpenFile, TreeFile } from '../dialects/dialect.js';
import { AppError } from '../errors.js';
import { Exchange } from './exchange.js';
import type { House } from './house.js';
import type { HttpRequest, HttpResponse } from './uws.js';

/** A part of a file; `last` is included. */
export interface Range {
  first: number;
  last: number;
}

/** What a request asks of a file beside its path. */
export interface Conditions {
  if_none_match: string;
  if_range: string;
  range: string;
}

const BLOCK = 256 * 1024;

/** Answers a path of a tree. */
export function handleFile(
  house: House,
  tree: FileTree,
  res: HttpResponse,
  req: HttpRequest,
  secure: boolean,
): void {
  const conditions: Conditions = {
    if_none_match: req.getHeader('if-none-match'),
    if_range: req.getHeader('if-range'),
    range: req.getHeader('range'),
  };
  const x = new Exchange(house, res, req, secure);
  const { fault, verb, path } = x.head;
  if (fault !== null) return x.fail(fault);
  if (verb !== 'get' && verb !== 'head') {
    return x.fail(new AppError('method_not_allowed', `${path} answers GET, HEAD`), undefined, [
      ['Allow', 'GET, HEAD'],
    ]);
  }
  x.pin();
  tree
    .find(path)
    .then((file) => {
      if (file === null) throw new AppError('not_found', `there is nothing at ${path}`);
      return send(x, file, conditions);
    })
    .catch((error: unknown) => x.fail(error));
}

async function send(x: Exchange, file: TreeFile, conditions: Conditions): Promise<void> {
  const tag = `"${file.etag}"`;
  if (matches(conditions.if_none_match, tag)) return short(x, file, 304);
  const asked = conditions.if_range === '' || conditions.if_range === tag ? conditions.range : '';
  const range = parseRange(asked, file.size);
  if (range === 'unsatisfiable') return short(x, file, 416);
  const { first, last } = range ?? { first: 0, last: file.size - 1 };
  const size = last - first + 1;
  const head = (): void => {
    headers(x, file, range === null ? 200 : 206);
    if (range !== null) x.res.writeHeader('Content-Range', `bytes ${first}-${last}/${file.size}`);
  };
  if (x.over) return;
  if (x.head.verb === 'head') {
    x.finished();
    x.res.cork(() => {
      head();
      x.res.endWithoutBody(size);
    });
    return;
  }
  if (file.body instanceof Uint8Array) {
    const bytes = file.body.subarray(first, last + 1);
    x.finished();
    x.res.cork(() => {
      head();
      x.res.end(bytes);
    });
    return;
  }
  const open = await file.body.open();
  if (open === null) throw new AppError('not_found', `there is nothing at ${x.head.path}`);
  try {
    // The client may have left meanwhile.
    if (!x.over) await new Sending(x, open, first, size, head).run();
  } finally {
    await open.close();
  }
}

/** 304 and 416: headers only. */
function short(x: Exchange, file: TreeFile, status: 304 | 416): void {
  if (x.over) return;
  x.finished();
  x.res.cork(() => {
    headers(x, file, status);
    if (status === 416) x.res.writeHeader('Content-Range', `bytes */${file.size}`);
    if (status === 304) x.res.endWithoutBody();
    else x.res.end();
  });
}

/** Only inside a cork. Never a Content-Encoding: clients would unpack what they have to hash. */
function headers(x: Exchange, file: TreeFile, status: number): void {
  const { res } = x;
  res.writeStatus(`${status} ${STATUS_CODES[status] ?? ''}`);
  if (status !== 416) res.writeHeader('Content-Type', file.type);
  res.writeHeader('Cache-Control', status === 416 ? 'no-store' : file.cache);
  res.writeHeader('ETag', `"${file.etag}"`);
  res.writeHeader('Last-Modified', new Date(file.modified_at).toUTCString());
  res.writeHeader('Accept-Ranges', 'bytes');
  res.writeHeader('X-Content-Type-Options', 'nosniff');
  x.common();
}

/** Whether an `If-None-Match` names the tag; weak forms compare equal here (RFC 9110, 13.1.2). */
export function matches(header: string, tag: string): boolean {
  if (header === '') return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** A single range of bytes; null for none, or for what a server may ignore (several ranges, another unit). */
export function parseRange(header: string, size: number): Range | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  if (from === '') {
    const count = Math.min(Number(to), size);
    return count === 0 ? 'unsatisfiable' : { first: size - count, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return null;
  return first >= size ? 'unsatisfiable' : { first, last };
}

/** One answer from an open file: while one block is being sent, the next is read. */
class Sending {
  private gone: () => void = () => undefined;
  private waiting: { chunk: Uint8Array; at: number; taken: () => void } | null = null;
  private begun = false;
  /** The client is gone, or we stop. */
  private stopped = false;

  constructor(
    private readonly x: Exchange,
    private readonly file: OpenFile,
    private readonly first: number,
    private readonly size: number,
    private readonly head: () => void,
  ) {}

  async run(): Promise<void> {
    const { x } = this;
    x.call = {
      abort: () => {
        this.stopped = true;
        this.gone();
      },
    };
    x.res.onWritable((offset) => this.writable(offset));
    const blocks = [Buffer.allocUnsafeSlow(BLOCK), Buffer.allocUnsafeSlow(BLOCK)] as const;
    try {
      let next = this.read(blocks[0], 0);
      for (let sent = 0, turn = 0; sent < this.size; turn += 1) {
        const chunk = await next;
        if (x.over) return;
        sent += chunk.length;
        if (sent < this.size) next = this.read(blocks[turn % 2 === 0 ? 1 : 0], sent);
        // Its failure is told where it is awaited, however long this block takes.
        next.catch(() => undefined);
        await this.put(chunk);
        if (!x.over && !this.stopped) continue;
        await next.catch(() => undefined);
        // Something of this block may be missing.
        if (!x.over) x.res.close();
        return;
      }
    } catch (error) {
      if (x.over) return;
      if (!this.begun) throw error;
      // The status is on its way already: only a broken connection tells that something is missing.
      x.house.log.warn({ err: error, request_id: x.head.id }, 'a file could not be sent to its end');
      x.res.close();
    }
  }

  /** Fills a block from where the answer stands; a file is never shorter than its row says. */
  private async read(block: Buffer, sent: number): Promise<Uint8Array> {
    const wanted = Math.min(BLOCK, this.size - sent);
    for (let have = 0; have < wanted;) {
      const { bytesRead } = await this.file.read(block, have, wanted - have, this.first + sent + have);
      if (bytesRead === 0) throw new Error('a stored file is shorter than it was');
      have += bytesRead;
    }
    return block.subarray(0, wanted);
  }

  private put(chunk: Uint8Array): Promise<void> | void {
    const { x } = this;
    let waits: Promise<void> | undefined;
    x.res.cork(() => {
      if (!this.begun) this.head();
      this.begun = true;
      const at = x.res.getWriteOffset();
      const [ok, done] = x.res.tryEnd(chunk, this.size);
      if (done) x.finished();
      else if (!ok) waits = this.wait(chunk, at);
    });
    return waits;
  }

  private wait(chunk: Uint8Array, at: number): Promise<void> {
    return new Promise((resolve) => {
      this.waiting = { chunk, at, taken: resolve };
      this.gone = resolve;
    });
  }

  private writable(offset: number): boolean {
    const { x, waiting } = this;
    if (waiting === null) return true;
    const [ok, done] = x.res.tryEnd(waiting.chunk.subarray(offset - waiting.at), this.size);
    if (done) x.finished();
    else if (!ok) return false;
    this.waiting = null;
    waiting.taken();
    return true;
  }
}
