// What an api case is: a name and a test in a world of its own.
import type { Test } from 'tap';
import { until } from '../support/until.js';
import { type World, type startWorld } from '../support/world.js';

type WorldOptions = Parameters<typeof startWorld>[0];

/** One case; `world` changes what it runs in. */
export interface ApiCase {
  readonly name: string;
  readonly world?: WorldOptions;
  run(t: Test, world: World): Promise<void>;
}

/** Declares a case. */
export function apiCase(name: string, run: ApiCase['run'], world?: WorldOptions): ApiCase {
  return { name, run, ...(world && { world }) };
}

type Dict = Record<string, unknown>;

/** A resource as an answer has it. */
export interface Resource {
  readonly id: number;
  readonly type: string;
  readonly attributes: Dict;
}

/** The code of an answer: `ok`, or that of its first error. */
export function codeOf(answer: { status: number; body: Dict }): string {
  if (answer.status === 200) return 'ok';
  return (answer.body['errors'] as { code: string }[] | undefined)?.[0]?.code ?? String(answer.status);
}

/** The text of an answer's first error. */
export function detailOf(answer: { body: Dict }): string {
  return (answer.body['errors'] as { detail: string }[] | undefined)?.[0]?.detail ?? '';
}

/** A call that has to succeed; returns `data`. */
export async function must<T = Resource>(
  world: World,
  method: string,
  params: Dict = {},
  token = world.userToken,
): Promise<T> {
  return world.app.must<T>(method, params, { token });
}

/** A call that has to fail; returns its code. */
export async function refused(
  world: World,
  method: string,
  params: Dict = {},
  token: string | undefined = world.userToken,
): Promise<string> {
  return codeOf(await world.app.call(method, params, token === undefined ? {} : { token }));
}

/** The attributes of an instance as its owner sees them. */
export async function instance(world: World, instance_id: number): Promise<Dict> {
  return (await must(world, 'instance.get', { instance_id })).attributes;
}

/** Waits until an operation is over and returns its attributes. */
export async function over(world: World, operation_id: number): Promise<Dict> {
  const { attributes } = await must(world, 'operation.get', { operation_id, wait: 30 }, world.adminToken);
  if (attributes['finished_at'] === null) throw new Error(`operation ${operation_id} did not end`);
  return attributes;
}

/** Types of all numbered events, oldest first, as an administrator reads them. */
export async function history(world: World, filter: Dict = {}): Promise<Dict[]> {
  const rows = await must<Resource[]>(world, 'event.list', { filter, limit: 1000 }, world.adminToken);
  return rows.map(({ attributes }) => attributes);
}

/** Waits until the server is in a state. */
export async function serverIs(world: World, status: string, server_id = 1): Promise<void> {
  await until(
    async () =>
      (await must(world, 'server.get', { server_id }, world.adminToken)).attributes['server_status'] ===
      status,
    { timeout_ms: 10_000, what: `server ${server_id} to be ${status}` },
  );
}
