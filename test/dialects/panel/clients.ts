// What the transcripts of the panel API share: the administrator's key, and the shapes of answers.
import type { World } from '../../support/world.js';
import { type Client, credential } from '../support/transcript.js';

export const NO_KEY = { error: 'Missing or invalid API key' };

export const NOBODY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

/** Sends the administrator's key from now on. */
export async function asSystem(client: Client, world: World): Promise<void> {
  const { token } = await credential(world, 'panel', world.adminToken);
  client.headers = { 'x-api-key': token };
}

export const NODE =
  '{"id":"{{uuid:node}}","name":"lab","tags":"","ram":"","disk":"","processor":"","address":"127.0.0.1",' +
  '"port":"{{text}}","status":"Online"}';

/** A node whose id is known already. */
export const SAME_NODE = NODE.replace('{{uuid:node}}', '{{node}}');

/** An instance of the fixture world. */
export function fixture(name: string, id: string, suspended = false, more = ''): string {
  return (
    `{"Name":"${name}","Id":"{{${id}}}","Node":${SAME_NODE},"User":"{{alice}}","InternalState":"READY",` +
    `"ContainerId":"${name}","VolumeId":"{{uuid}}","Memory":0,"Cpu":0,"Ports":"","Primary":"","Image":"",` +
    `"Env":[],"suspended":${suspended}${more}}`
  );
}

/** The userId of alice and the id of the node, remembered. */
export async function known(client: Client): Promise<void> {
  const found = await client.send('POST /api/getUser', { body: { type: 'username', value: 'alice' } });
  client.known.set('alice', (found.json as { userId: string }).userId);
  const nodes = await client.send('GET /api/nodes');
  client.known.set('node', (nodes.json as { id: string }[])[0]?.id ?? '');
}

/** An order that is right but for what is changed. */
export function order(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    image: 'busybox',
    memory: '128',
    cpu: '1',
    ports: '25565:30565',
    nodeId: '{{node}}',
    name: 'Lobby #1',
    user: '{{alice}}',
    primary: '30565',
    ...change,
  };
}
