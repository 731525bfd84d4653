// Follows a host's operations to their end: /wait in slices of 20 s, progress on the way, 404 means lost.
import { setTimeout as pause } from 'node:timers/promises';
import { AppError, isAppError } from '../../errors.js';
import type { Hooks, InstanceRef, Progress } from '../provider.js';
import type { Answer, Client } from './client.js';
import { fromAbort, fromFailure } from './errors.js';
import { operationPath, projectName } from './names.js';
import { instancesOf, isFinal, parseUrl, progressOf, statusOf } from './track.js';
import { array, record, text, unexpected, type Json } from './types.js';

// A host that answers /wait at once without being done must not make us spin.
const BREATH_MS = 50;

/** Where the event socket leaves progress for whoever follows that operation. */
export class ProgressBoard {
  private readonly listeners = new Map<string, (progress: Progress) => void>();
  /** True while an event socket is open; without one, progress is polled. */
  live = false;

  /** Hands progress of an operation to its follower. */
  post(id: string, progress: Progress): void {
    this.listeners.get(id)?.(progress);
  }

  /** Registers a follower; the returned function ends that. */
  follow(id: string, listener: (progress: Progress) => void): () => void {
    this.listeners.set(id, listener);
    return () => void this.listeners.delete(id);
  }
}

/** Path, id and project of an operation URL. A cluster's carries `?project=`, so /wait can't simply be appended. */
export function operationUrl(url: string): { id: string; path: string; project: string | undefined } {
  const parsed = parseUrl(url);
  const [version, noun, id] = parsed?.segments ?? [];
  if (version !== '1.0' || noun !== 'operations' || id === undefined) throw unexpected('operation URL');
  try {
    return { id, path: operationPath(id), project: parsed?.project ?? undefined };
  } catch (error) {
    throw unexpected('operation URL', error);
  }
}

async function waitOnce(
  client: Client,
  path: string,
  query: { project: string | undefined; timeout: number },
  signal: AbortSignal | undefined,
): Promise<Json> {
  try {
    const answer = await client.get(`${path}/wait`, { query, signal, kind: 'wait' });
    return record(answer.metadata);
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') {
      throw new AppError('lost', 'the host no longer knows this operation', { cause: error });
    }
    throw error;
  }
}

async function breathe(startedAt: number, signal: AbortSignal | undefined): Promise<void> {
  if (performance.now() - startedAt > BREATH_MS) return;
  try {
    await pause(BREATH_MS, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    throw signal?.aborted === true ? fromAbort(signal) : error;
  }
}

/** Waits for the work an answer began (202) and returns the finished operation; a sync answer is done already. */
export async function follow(
  client: Client,
  board: ProgressBoard,
  answer: Answer,
  waitSeconds: number,
  hooks: Hooks = {},
): Promise<Json> {
  if (answer.type !== 'async') return {};
  const { id, path, project } = operationUrl(answer.operation);
  let highest = -1;
  const report = (progress: Progress | undefined): void => {
    if (progress === undefined || progress.percent <= highest) return;
    highest = progress.percent;
    hooks.progress?.(progress);
  };
  const leave = board.follow(id, report);
  try {
    await hooks.accepted?.(id);
    for (;;) {
      const startedAt = performance.now();
      const timeout = hooks.progress !== undefined && !board.live ? 1 : waitSeconds;
      const operation = await waitOnce(client, path, { project, timeout }, hooks.signal);
      const status = statusOf(operation);
      if (status === null) throw unexpected('operation status');
      if (!isFinal(status)) {
        if (!board.live) report(progressOf(operation));
        await breathe(startedAt, hooks.signal);
        continue;
      }
      if (status === 'success') return operation;
      if (status === 'cancelled') throw new AppError('cancelled', 'the host cancelled the operation');
      throw Object.assign(fromFailure(text(operation['err'])), { operation });
    }
  } finally {
    leave();
  }
}

/** The finished operation behind an error of `follow`, for what failed with a result (an exec's exit code). */
export function failedOperation(error: unknown): Json {
  return typeof error === 'object' && error !== null && 'operation' in error ? record(error.operation) : {};
}

// Sessions of people: they change nothing, and an open console would hold the queue for ever.
function isSession(operation: Json): boolean {
  return operation['class'] === 'websocket' && /console|exec/i.test(text(operation['description']));
}

function blocks(operation: Json, ref: InstanceRef): boolean {
  const status = statusOf(operation);
  if (status === null || isFinal(status) || operation['class'] === 'token' || isSession(operation))
    return false;
  return instancesOf(operation, ref.project).some(
    (one) => one.name === ref.name && one.project === ref.project,
  );
}

/** Resolves when no running operation names the instance. */
export async function idle(
  client: Client,
  ref: InstanceRef,
  waitSeconds: number,
  signal?: AbortSignal,
): Promise<void> {
  const project = projectName(ref.project);
  for (;;) {
    const startedAt = performance.now();
    // 5.0.2 ignores all-projects here and lists the default project only: the project must be named.
    const answer = await client.get('/1.0/operations', { query: { recursion: 1, project }, signal });
    const byStatus = Object.values(record(answer.metadata));
    const open = byStatus
      .flatMap(array)
      .map(record)
      .filter((operation) => blocks(operation, ref));
    if (open.length === 0) return;
    for (const operation of open) {
      const { path } = operationUrl(`/1.0/operations/${text(operation['id'])}`);
      try {
        await waitOnce(client, path, { project: undefined, timeout: waitSeconds }, signal);
      } catch (error) {
        if (!isAppError(error) || error.code !== 'lost') throw error;
      }
    }
    await breathe(startedAt, signal);
  }
}

/** Resolves when an operation is over or forgotten. */
export async function ended(
  client: Client,
  id: string,
  waitSeconds: number,
  signal?: AbortSignal,
): Promise<void> {
  const path = operationPath(id);
  for (;;) {
    const startedAt = performance.now();
    try {
      const query = { project: undefined, timeout: waitSeconds };
      const status = statusOf(await waitOnce(client, path, query, signal));
      if (status !== null && isFinal(status)) return;
    } catch (error) {
      if (isAppError(error) && error.code === 'lost') return;
      throw error;
    }
    await breathe(startedAt, signal);
  }
}

/** Asks the host to cancel; false when it can't be or is over. */
export async function cancel(client: Client, id: string): Promise<boolean> {
  try {
    await client.call('DELETE', operationPath(id));
    return true;
  } catch (error) {
    if (isAppError(error) && error.code !== 'host_unreachable' && error.code !== 'host_untrusted')
      return false;
    throw error;
  }
}
