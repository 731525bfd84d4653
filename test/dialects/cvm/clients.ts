// What the transcripts of this dialect begin with: a client with a pair of tokens.
import { type Client, credential } from '../support/transcript.js';
import type { World } from '../../support/world.js';

/** The headers of a new pair of the user of a native token. */
export async function pair(world: World, token = world.userToken): Promise<Record<string, string>> {
  const made = await credential(world, 'cvm', token);
  return { 'API-Public-Token': made.public_id, 'API-Private-Token': made.token };
}

/** Gives a client a pair of alice's. */
export async function asAlice(client: Client, world: World): Promise<void> {
  client.headers = await pair(world);
}

export const NO_PAIR = '{"errors":["No valid API token pair was specified."]}';
export const NOT_FOUND = '{"errors":["instance_id was not found"]}';
export const EMPTY = '{"response":{}}';
