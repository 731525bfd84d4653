// What arrives beside a call's params: the staged bytes of an upload, which only the wire can put there.
import type { Actor } from '../core/access.js';
import { AppError, invalid } from '../errors.js';
import type { Request, Upload } from './request.js';
import { asObject, type ContractInfo } from './schema.js';

/** Takes the bytes of one upload; what `write` answers is awaited before the next chunk. */
export interface UploadWriter {
  write(chunk: Uint8Array): Promise<void> | void;
  finish(): Promise<Upload>;
  abort(): Promise<void>;
}

/** How an upload that was let in is received, where it is not as all are. */
export interface Admission {
  /** Bytes that may come, where that is less than usual. */
  readonly limit?: number;
  /** Takes them in place of the staging folder; what it keeps is not thrown away after the call. */
  readonly open?: () => Promise<UploadWriter>;
  /** Called once, when the call is over. */
  readonly release?: () => void;
}

/** Asked before an upload is read (SEC-53), with what stands in the query; throws `quota_exceeded` or `no_capacity`. */
export interface UploadGate {
  admit(
    actor: Actor | null,
    method: string,
    size: number | null,
    query: Record<string, unknown>,
  ): Promise<Admission | undefined | void> | void;
}

/** Refuses a call that came a way its files or bytes cannot go. */
export function checkWay({ name, body, answer }: ContractInfo, { transport, upload }: Request): void {
  if (body !== 'json' && upload === undefined) {
    const form = body === 'multipart' ? 'multipart/form-data' : 'application/octet-stream';
    throw new AppError('unsupported', `${name} takes a file: POST ${form} to /v1/${name}`);
  }
  if (answer === 'bytes' && transport !== 'http') {
    throw new AppError('unsupported', `${name} answers with bytes: call it over HTTP at /v1/${name}`);
  }
}

/** The params with the upload as their member `file`. */
export function withUpload({ body }: ContractInfo, params: unknown, { upload }: Request): unknown {
  if (body === 'json') return params;
  const given = asObject(params);
  // An id from outside would be somebody else's file.
  if (given !== undefined && 'file' in given)
    throw invalid('file', 'is a part of the form, not of its payload');
  return given === undefined || upload === undefined || upload === null ? params : { ...given, file: upload };
}

/** The params as they are compared and kept: the same file sent again has another id. */
export function withoutId({ body }: ContractInfo, params: Record<string, unknown>): Record<string, unknown> {
  const file = body === 'json' ? undefined : asObject(params['file']);
  if (file === undefined) return params;
  const { id: _id, ...rest } = file;
  return { ...params, file: rest };
}
