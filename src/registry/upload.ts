// What arrives beside a call's params: the staged bytes of an upload, which only the wire can put there.
import type { Actor } from '../core/access.js';
import { AppError, invalid } from '../errors.js';
import type { Request } from './request.js';
import { asObject, type ContractInfo } from './schema.js';

/** Asked before an upload is read (SEC-53); throws `quota_exceeded` or `no_capacity`. */
export interface UploadGate {
  admit(actor: Actor | null, method: string, size: number | null): Promise<void> | void;
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
