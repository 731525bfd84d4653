// Everything a host does with one instance: create, read, change, state, delete, exec.
import { AppError, invalid, isAppError } from '../../errors.js';
import type {
  CreateSpec,
  ExecResult,
  Hooks,
  HostInstance,
  InstanceRef,
  StateAction,
  UpdateSpec,
} from '../provider.js';
import type { Client } from './client.js';
import { findImage } from './images.js';
import { toInstance } from './map.js';
import { aliasSegment, instanceSegment, isFingerprint, objectSegment, projectName } from './names.js';
import { failedOperation, follow, type ProgressBoard } from './operations.js';
import { parseUrl } from './track.js';
import { listOf, record, text, textMap, texts, type Json } from './types.js';

const OUTPUT_BYTES = 4096;
const UPDATE_ATTEMPTS = 5;

/** Client, progress and patience of one host. */
export interface Context {
  client: Client;
  board: ProgressBoard;
  waitSeconds: number;
}

function path(ref: InstanceRef): string {
  return `/1.0/instances/${instanceSegment(ref.name)}`;
}

function query(ref: InstanceRef): { project: string } {
  return { project: projectName(ref.project) };
}

/** All instances of all projects. */
export async function listInstances({ client }: Context): Promise<HostInstance[]> {
  const answer = await client.get('/1.0/instances', { query: { recursion: 1, 'all-projects': 'true' } });
  return listOf(answer.metadata, 'instances').map(toInstance);
}

/** One instance or null. */
export async function readInstance({ client }: Context, ref: InstanceRef): Promise<HostInstance | null> {
  try {
    const answer = await client.get(path(ref), { query: query(ref) });
    return toInstance({ project: ref.project, ...record(answer.metadata) });
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return null;
    throw error;
  }
}

async function sourceOf(client: Client, spec: CreateSpec, project: string): Promise<Json> {
  const { image } = spec;
  if (image.kind === 'host') {
    const fingerprint = await findImage(client, image.alias, project);
    if (fingerprint === null) throw new AppError('not_found', `the host has no image ${image.alias}`);
    return { type: 'image', fingerprint };
  }
  aliasSegment(image.alias);
  if (!/^https:\/\//.test(image.server))
    throw invalid('image', 'must come from a simplestreams server by https');
  return {
    type: 'image',
    mode: 'pull',
    protocol: 'simplestreams',
    server: image.server,
    ...(isFingerprint(image.alias) ? { fingerprint: image.alias.toLowerCase() } : { alias: image.alias }),
    ...(image.certificate === undefined ? {} : { certificate: image.certificate }),
  };
}

/** Creates an instance and waits for it. */
export async function createInstance(
  context: Context,
  ref: InstanceRef,
  spec: CreateSpec,
  hooks?: Hooks,
): Promise<void> {
  instanceSegment(ref.name);
  const { project } = query(ref);
  if (spec.target !== undefined && spec.target !== '') objectSegment('target', spec.target);
  const source = await sourceOf(context.client, spec, project);
  const answer = await context.client.call('POST', '/1.0/instances', {
    query: { project, target: spec.target === '' ? undefined : spec.target },
    body: {
      name: ref.name,
      type: spec.type,
      // Always sent: without profiles and devices LXD finds no root disk.
      profiles: spec.profiles,
      config: spec.config,
      devices: spec.devices,
      description: spec.description,
      source,
    },
    signal: hooks?.signal,
  });
  await follow(context.client, context.board, answer, context.waitSeconds, hooks);
}

/** Starts, stops, restarts, freezes or unfreezes. */
export async function setInstanceState(
  context: Context,
  ref: InstanceRef,
  action: StateAction,
  options: { force: boolean; timeout_s: number },
  hooks?: Hooks,
): Promise<void> {
  const timeout = Math.max(1, Math.ceil(options.timeout_s));
  const answer = await context.client.call('PUT', `${path(ref)}/state`, {
    query: query(ref),
    body: { action, force: options.force, timeout, stateful: false },
    signal: hooks?.signal,
  });
  await follow(context.client, context.board, answer, context.waitSeconds, hooks);
}

/** Changes configuration, devices, profiles and description. */
export async function updateInstance(
  context: Context,
  ref: InstanceRef,
  spec: UpdateSpec,
  hooks?: Hooks,
): Promise<void> {
  const body: Json = {};
  if (spec.config !== undefined && Object.keys(spec.config).length > 0) body['config'] = spec.config;
  if (spec.devices !== undefined && Object.keys(spec.devices).length > 0) body['devices'] = spec.devices;
  if (spec.profiles !== undefined) body['profiles'] = spec.profiles;
  if (spec.description !== undefined) body['description'] = spec.description;
  if (Object.keys(body).length === 0) return;
  const removes = [spec.config, spec.devices].some((map) => Object.values(map ?? {}).includes(null));
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (removes ? replace(context, ref, spec, hooks) : patch(context, ref, body, hooks));
    } catch (error) {
      // Somebody (LXD itself, for volatile keys) changed it between our read and our write.
      const changed = isAppError(error) && error.code === 'conflict' && /etag/i.test(error.message);
      if (!changed || attempt >= UPDATE_ATTEMPTS) throw error;
    }
  }
}

interface Current {
  entry: Json;
  headers: Record<string, string>;
}

async function readForEdit(
  { client }: Context,
  ref: InstanceRef,
  hooks: Hooks | undefined,
): Promise<Current> {
  const answer = await client.get(path(ref), { query: query(ref), signal: hooks?.signal });
  return { entry: record(answer.metadata), headers: answer.etag === '' ? {} : { 'if-match': answer.etag } };
}

async function patch(context: Context, ref: InstanceRef, body: Json, hooks?: Hooks): Promise<void> {
  let sent: { body: Json; headers?: Record<string, string> } = { body };
  if (body['description'] === undefined) {
    // 5.0.2 empties the description when a PATCH doesn't carry it.
    const { entry, headers } = await readForEdit(context, ref, hooks);
    sent = { body: { ...body, description: text(entry['description']) }, headers };
  }
  const answer = await context.client.call('PATCH', path(ref), {
    query: query(ref),
    ...sent,
    signal: hooks?.signal,
  });
  await follow(context.client, context.board, answer, context.waitSeconds, hooks);
}

function edited(before: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null);
  return Object.fromEntries(entries);
}

// PATCH can't remove a key, so what removes is a full PUT. It sends the volatile keys back as they were:
// without them 5.0.2 refuses ("Volatile idmap keys can't be deleted by the user").
async function replace(context: Context, ref: InstanceRef, spec: UpdateSpec, hooks?: Hooks): Promise<void> {
  const { entry: before, headers } = await readForEdit(context, ref, hooks);
  const answer = await context.client.call('PUT', path(ref), {
    query: query(ref),
    headers,
    body: {
      architecture: before['architecture'],
      config: edited(textMap(before['config']), spec.config ?? {}),
      devices: edited(record(before['devices']), spec.devices ?? {}),
      ephemeral: before['ephemeral'] === true,
      profiles: spec.profiles ?? texts(before['profiles']),
      stateful: before['stateful'] === true,
      description: spec.description ?? text(before['description']),
    },
    signal: hooks?.signal,
  });
  await follow(context.client, context.board, answer, context.waitSeconds, hooks);
}

/** Deletes an instance; one that is gone already is fine. */
export async function deleteInstance(context: Context, ref: InstanceRef, hooks?: Hooks): Promise<void> {
  try {
    const answer = await context.client.call('DELETE', path(ref), {
      query: query(ref),
      signal: hooks?.signal,
    });
    await follow(context.client, context.board, answer, context.waitSeconds, hooks);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'not_found') throw error;
  }
}

/** Runs a command and returns its exit code and the end of its output. */
export async function execInstance(
  context: Context,
  ref: InstanceRef,
  command: string[],
  hooks?: Hooks,
): Promise<ExecResult> {
  const answer = await context.client.call('POST', `${path(ref)}/exec`, {
    query: query(ref),
    body: {
      command,
      environment: {},
      interactive: false,
      'wait-for-websocket': false,
      'record-output': true,
    },
    signal: hooks?.signal,
  });
  let operation: Json;
  try {
    operation = await follow(context.client, context.board, answer, context.waitSeconds, hooks);
  } catch (error) {
    // An unknown command is a failed operation that carries an exit code (127) all the same.
    operation = failedOperation(error);
    if (typeof record(operation['metadata'])['return'] !== 'number') throw error;
  }
  const metadata = record(operation['metadata']);
  const exitCode = metadata['return'];
  if (typeof exitCode !== 'number')
    throw new AppError('host_failed', 'the host did not say how the command ended');
  const output = await readOutput(context.client, ref, textMap(metadata['output']), hooks?.signal);
  return {
    exit_code: exitCode,
    output: output === '' ? text(operation['err']).slice(0, OUTPUT_BYTES) : output,
  };
}

async function readOutput(
  client: Client,
  ref: InstanceRef,
  files: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<string> {
  const parts: Buffer[] = [];
  for (const fd of ['1', '2']) {
    const file = parseUrl(files[fd] ?? '')?.segments.at(-1) ?? '';
    // The host names the file; only the shape its log names have may go back into a path.
    if (!/^exec_[0-9a-f-]{36}\.std(?:out|err)$/.test(file)) continue;
    const log = `${path(ref)}/logs/${file}`;
    parts.push(await client.tail(log, query(ref), OUTPUT_BYTES, signal));
    await client.call('DELETE', log, { query: query(ref), signal }).catch((error: unknown) => {
      // The output is read; a log that stays is the host's own to expire.
      if (!isAppError(error)) throw error;
    });
  }
  const all = Buffer.concat(parts);
  return all
    .subarray(Math.max(0, all.length - OUTPUT_BYTES))
    .toString('utf8')
    .replace(/^\ufffd+/, '');
}
