// What the transcripts of this dialect begin with: clients with a key, and a place with a host.
import type { World } from '../../support/world.js';
import { type Client, credential } from '../support/transcript.js';

export const PASSWORD = 'correct horse battery';

/** An answer that went well, as text; `data` is written as JSON. */
export function ok(message: string, data: unknown = null): string {
  return JSON.stringify({ meta: { success: true, message }, data });
}

/** A refusal. */
export function no(message: string): string {
  return JSON.stringify({ meta: { success: false, message }, data: null });
}

export const NOT_AUTHENTICATED = no('Not authenticated');
export const UNAUTHORIZED = no('Unauthorized');

/** Sends the key of a native token's user, bare, as the Python and the Go client do. */
export async function as(client: Client, world: World, token = world.userToken): Promise<void> {
  client.headers = { Authorization: (await credential(world, 'aarch64', token)).token };
}

/** What the machine looks like that is the nth of its host; texts in double braces stay open. */
export function vm(nth: number, index = nth) {
  const network = `2001:db8:f000${nth === 0 ? '' : `:${nth}`}::`;
  return {
    _id: '{{hex24:vm}}',
    hostname: 'testvm1',
    vcpus: 1,
    memory: 1,
    disk: 10,
    pop: 'dal1',
    project: '{{project}}',
    host: 0,
    index,
    os: 'busybox',
    prefix: `${network}/64`,
    gateway: `${network}1`,
    address: `${network}2/64`,
    password: '{{hex32:password}}',
    phoned_home: false,
    state: '{{text}}',
    created: '{{int}}',
  };
}

/** The fake host at `dal1`, unless it is there: by the administrator's key, which the client keeps. */
export async function furnish(client: Client, world: World): Promise<void> {
  await as(client, world, world.adminToken);
  const body = { pop: 'dal1', ip: '127.0.0.1' };
  const { text } = await client.send('POST /api/admin/host', { body });
  if (text !== ok('Host added') && !text.includes('already added')) throw new Error(text);
}
