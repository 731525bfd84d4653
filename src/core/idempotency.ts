// Repeated calls with one key: carried out once, answered alike, also across a restart (REL-71).
import { createHash } from 'node:crypto';
import type { Db } from '../db/open.js';
import type { IdempotencyRow } from '../db/idempotency.js';
import type { Repositories } from '../db/repositories.js';
import { AppError, type Code, CODES, type Fault, isAppError } from '../errors.js';
import type { Caller } from './access.js';
import type { Secrets } from './secrets.js';

export interface Idempotency {
  /**
   * Runs once per user and key; later calls get the stored answer, other params `conflict`. Calls at
   * the same time wait for the first.
   */
  run(caller: Caller, method: string, params: Record<string, unknown>, run: () => unknown): Promise<unknown>;
  /** Notes, in the transaction of a call's change, that the change has happened; nothing without a key. */
  mark(tx: Repositories, caller: Caller): Promise<void>;
  /** Notes, in the transaction that makes an operation, where a call without an answer finds it. */
  noteOperation(tx: Repositories, caller: Caller, operation_id: number): Promise<void>;
}

export interface IdempotencyDeps {
  db: Db;
  clock: () => number;
  secrets: Secrets;
  /** The answer of a call whose own was lost in a crash, made from the operation it began. */
  answerFromOperation: (operation_id: number, method: string) => Promise<unknown>;
  /** Told when an answer could not be stored; the caller gets it all the same. */
  onError?: (error: unknown) => void;
}

/** How long a key is remembered, ms. */
export const KEPT_MS = 24 * 3_600_000;

interface Running {
  readonly hash: Buffer;
  readonly answer: Promise<unknown>;
}

type Stored =
  | { answer: unknown }
  | {
      error: {
        code: Code;
        message: string;
        faults: Fault[];
        details?: Record<string, unknown>;
        retry_after?: number;
      };
    };

/** Refusals that another try may not meet again, though nothing about the call is different. */
const PASSING: ReadonlySet<Code> = new Set<Code>(['unauthenticated', 'reauth_required', 'rate_limited']);

/** Makes the service. */
export function createIdempotency(deps: IdempotencyDeps): Idempotency {
  const { db, clock, secrets, answerFromOperation } = deps;
  /** Calls under way, by user and key; one process owns the database, so this is all of them. */
  const running = new Map<string, Running>();

  // A row exists only if a change was committed or an answer stored: without a row, a call may run again.
  const answerFromRow = async (row: IdempotencyRow, method: string): Promise<unknown> => {
    if (row.response !== null) {
      const stored = JSON.parse(
        secrets.open(Buffer.from(row.response, 'base64'), aad(row.user_id, row.key)).toString('utf8'),
      ) as Stored;
      if ('error' in stored) throw revive(stored.error);
      return stored.answer;
    }
    if (row.operation_id !== null) return answerFromOperation(row.operation_id, method);
    throw new AppError('conflict', 'this call was carried out before a restart; its answer was not kept');
  };

  const store = async (user_id: number, key: string, hash: Buffer, stored: Stored): Promise<void> => {
    const response = secrets.seal(JSON.stringify(stored), aad(user_id, key)).toString('base64');
    try {
      await db.tx(async (tx) => {
        if ((await tx.idempotency.get(user_id, key)) === undefined) {
          await tx.idempotency.insert({ user_id, key, request_hash: hash, created_at: clock() });
        }
        await tx.idempotency.setResponse(user_id, key, response);
      });
    } catch (error) {
      // What was done is done: a disk that is full now must not turn its answer into an error.
      deps.onError?.(error);
    }
  };

  const first = async (
    user_id: number,
    key: string,
    hash: Buffer,
    method: string,
    run: () => unknown,
  ): Promise<unknown> => {
    const row = await db.read.idempotency.get(user_id, key);
    if (row !== undefined) {
      if (row.created_at > clock() - KEPT_MS) {
        if (!hash.equals(row.request_hash)) throw otherCall();
        return answerFromRow(row, method);
      }
      await db.tx((tx) => tx.idempotency.remove(user_id, key));
    }
    let answer: unknown;
    try {
      answer = await run();
    } catch (error) {
      const final = isAppError(error) && CODES[error.code].http < 500 && !PASSING.has(error.code);
      if (final) await store(user_id, key, hash, { error: keep(error) });
      throw error;
    }
    await store(user_id, key, hash, { answer });
    return answer;
  };

  const mark = async (tx: Repositories, caller: Caller): Promise<void> => {
    const { actor, idempotency_key: key } = caller;
    if (actor === null || key === null) return;
    const call = running.get(nameOf(actor.user_id, key));
    // Work that goes on after its call has ended writes nothing more under the key.
    if (call === undefined || (await tx.idempotency.get(actor.user_id, key)) !== undefined) return;
    await tx.idempotency.insert({
      user_id: actor.user_id,
      key,
      request_hash: call.hash,
      created_at: clock(),
    });
  };

  return {
    run: async (caller, method, params, run) => {
      const { actor, idempotency_key: key } = caller;
      if (actor === null || key === null) return run();
      const hash = hashOf(method, params);
      const name = nameOf(actor.user_id, key);
      const earlier = running.get(name);
      if (earlier !== undefined) {
        if (!hash.equals(earlier.hash)) throw otherCall();
        return earlier.answer;
      }
      // Entered before anything is awaited, or two calls of one turn would both run.
      const answer = Promise.resolve().then(() => first(actor.user_id, key, hash, method, run));
      running.set(name, { hash, answer });
      try {
        return await answer;
      } finally {
        running.delete(name);
      }
    },
    mark,
    noteOperation: async (tx, caller, operation_id) => {
      const { actor, idempotency_key: key } = caller;
      if (actor === null || key === null) return;
      await mark(tx, caller);
      await tx.idempotency.setOperation(actor.user_id, key, operation_id);
    },
  };
}

function nameOf(user_id: number, key: string): string {
  return `${user_id}:${key}`;
}

function aad(user_id: number, key: string): string {
  return `idempotency_keys.response:${nameOf(user_id, key)}`;
}

function otherCall(): AppError {
  return new AppError('conflict', 'this idempotency key belongs to another call; take a new one');
}

function keep(error: AppError) {
  const { code, message, faults, details, retry_after } = error;
  return {
    code,
    message,
    faults,
    ...(details && { details }),
    ...(retry_after !== undefined && { retry_after }),
  };
}

function revive({ code, message, ...options }: ReturnType<typeof keep>): AppError {
  return new AppError(code, message, options);
}

/** SHA-256 of the method and its params, whatever their order; a caller's own `request_id` may change. */
function hashOf(method: string, params: Record<string, unknown>): Buffer {
  const { request_id: _request_id, ...rest } = params;
  return createHash('sha256').update(method).update('\0').update(canonical(rest)).digest();
}

function canonical(value: unknown): string {
  if (ArrayBuffer.isView(value)) {
    return `"bytes:${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}"`;
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
