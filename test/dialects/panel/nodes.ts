// Images and nodes.
import { type Transcript, transcript } from '../support/transcript.js';
import { asSystem, known, NOBODY, NODE } from './clients.js';

const FORM = {
  name: 'game-2',
  tags: 'eu,fast',
  ram: '64 GB',
  disk: '1 TB',
  processor: 'EPYC 7402',
  address: '127.0.0.9',
  port: '8443',
};

export const together = true;

export const transcripts: readonly Transcript[] = [
  transcript('GET /api/images: operating systems, then images of nodes', async (t, world, client) => {
    await asSystem(client, world);
    const { json, text } = await client.send('GET /api/images');
    const images = json as Record<string, unknown>[];
    const busybox = images.find(({ Image }) => Image === 'busybox');
    t.match(busybox, { Env: [], Variables: {}, Scripts: {} });
    for (const image of images) {
      t.same(Object.keys(image), [
        'Id',
        'Name',
        'Image',
        'Description',
        'Author',
        'AuthorName',
        'Env',
        'Variables',
        'Scripts',
        'Meta',
      ]);
    }
    t.ok(images.length >= 2, text);
    world.host.faults.hang = ({ path }) => path.startsWith('/1.0/images');
    const known = (await client.send('GET /api/images')).json as Record<string, unknown>[];
    t.matchOnly(
      known.map(({ Image }) => Image),
      ['busybox'],
      'a node that hangs is not waited for',
    );
    world.host.faults.hang = null;
  }),

  transcript(
    'GET /api/nodes, POST /api/nodes/create, DELETE /api/nodes/delete: registered, listed, let go',
    async (t, world, client) => {
      await asSystem(client, world);
      await client.expect('GET /api/nodes', 200, `[${NODE}]`);
      const made = (id: string) =>
        `"id":"${id}","name":"game-2","tags":"eu,fast","ram":"64 GB","disk":"1 TB","processor":"EPYC 7402",` +
        '"address":"127.0.0.9","port":"8443","status":"Unconfigured"';
      const route = 'POST /api/nodes/create';
      await client.expect(route, 201, `{${made('{{uuid:made}}')},"Message":{${made('{{uuid}}')}}}`, {
        body: FORM,
      });
      await client.expect(
        'GET /api/nodes',
        200,
        `[${NODE.replace('{{uuid:node}}', '{{node}}')},{${made('{{made}}')}}]`,
      );
      for (const field of Object.keys(FORM))
        await client.expect(route, 400, '{"error":"{{any}}"}', { body: { ...FORM, [field]: undefined } });
      for (const change of [
        { port: 'x' },
        { port: '0' },
        { port: '65536' },
        { address: 'a b' },
        { name: 7 },
        {},
      ])
        await client.expect(route, 400, '{"error":"{{any}}"}', { body: { ...FORM, ...change } });
      const gone = { Message: 'The node has successfully been deleted.' };
      await client.expect('DELETE /api/nodes/delete', 201, gone, { body: { nodeId: '{{made}}' } });
      for (const body of [{ nodeId: '{{made}}' }, { nodeId: NOBODY }, { nodeId: '' }, {}])
        await client.expect('DELETE /api/nodes/delete', 400, '{"error":"{{any}}"}', { body });
      await known(client);
      const full = '{"error":"lab still has 2 instances: delete them first"}';
      await client.expect('DELETE /api/nodes/delete', 400, full, { body: { nodeId: '{{node}}' } });
      t.equal(((await client.send('GET /api/nodes')).json as []).length, 1);
    },
  ),
];
