// Projects: made, listed with members and machines, and opened to others.
import { type Transcript, transcript } from '../support/transcript.js';
import { as, no, NOT_AUTHENTICATED, ok } from './clients.js';

const LIST = 'GET /api/projects';
const listed = (...projects: unknown[]): string => ok('Retrieved project list', projects);

export const together = true;

export const transcripts: readonly Transcript[] = [
  transcript('POST /project, GET /projects: whose they are', async (t, world, client) => {
    await client.expect('POST /api/project', 403, NOT_AUTHENTICATED, { body: { name: 'x' } });
    await client.expect('POST /api/project', 403, NOT_AUTHENTICATED, { body: '[' });
    await client.expect(LIST, 403, NOT_AUTHENTICATED);
    await as(client, world, world.otherToken);
    const name = 'My Project Name';
    await client.expect('POST /api/project', 200, ok('Project created', '{{hex24:project}}'), {
      body: { name },
    });
    const users = ['bob@example.net'];
    const own = { _id: '{{hex24}}', name: 'bob', users, vms: [] };
    const made = { _id: '{{project}}', name, users, vms: [] };
    await client.expect(LIST, 200, listed(own, made));
    await as(client, world, world.adminToken);
    const all = await client.send(LIST);
    t.equal((all.json as { data: unknown[] }).data.length, 5, 'an administrator sees all');
    await as(client, world);
    const hers = (await client.send(LIST)).json as {
      data: { name: string; vms: Record<string, unknown>[] }[];
    };
    t.matchOnly(
      hers.data.map((project) => project.name),
      ['alice', 'shop'],
    );
    t.matchOnly(
      hers.data[0]?.vms.map(({ hostname, host, index, prefix, password }) => [
        hostname,
        host,
        index,
        prefix,
        password,
      ]),
      [
        ['web-1', 0, 0, '', ''],
        ['web-2', 0, 0, '', ''],
      ],
      'what was made elsewhere has empty texts and no numbers below 0',
    );

    const rule = 'must have 1 to 100 characters, none of them a control character';
    const refusals: [unknown, string][] = [
      [{}, 'name is missing: it is required'],
      [{ name: '' }, '{{text}}'],
      [{ name: '  ' }, `name ${rule}`],
      [{ name: 7 }, 'name must be text'],
    ];
    for (const [body, message] of refusals)
      await client.expect('POST /api/project', 200, no(message), { body });
    await client.expect('POST /api/project', 400, no('{{text}}'), { body: '[' });
    await client.expect('POST /api/project', 413, no('{{text}}'), { body: { name: 'x'.repeat(70_000) } });
  }),

  transcript(
    'POST /project/adduser: and by the address that the Go client posts to',
    async (t, world, client) => {
      await as(client, world, world.otherToken);
      const { Authorization: bobs = '' } = client.headers;
      await as(client, world);
      await client.expect('POST /api/project', 200, ok('Project created', '{{hex24:project}}'), {
        body: { name: 'ours' },
      });
      const added = ok('User added to project');
      const body = { project: '{{project}}', email: 'bob@example.net' };
      await client.expect('POST /api/project/adduser', 200, no('project was not found'), {
        body,
        headers: { Authorization: bobs },
      });
      await client.expect('POST /api/vms/adduser', 200, added, { body });
      await client.expect('POST /api/project/adduser', 200, added, { body });
      const got = (await client.send(LIST, { headers: { Authorization: bobs } })).json;
      t.match(got, {
        data: [
          { name: 'bob' },
          { name: 'My Project Name' },
          { name: 'ours', users: ['alice@example.net', 'bob@example.net'] },
        ],
      });
      const admin = { ...body, email: 'admin@example.net' };
      // A repeated call with a key of its own is answered as the first one was (REL-71).
      for (const key of [{}, { 'Idempotency-Key': 'one' }, { 'Idempotency-Key': 'one' }]) {
        const headers = { Authorization: bobs, ...key };
        await client.expect(
          'POST /api/project/adduser',
          200,
          no('only an owner or admin of ours may do that'),
          {
            body: admin,
            headers,
          },
        );
      }
      const unknown = { ...body, email: 'nobody@example.net' };
      await client.expect('POST /api/project/adduser', 200, no('email was not found'), { body: unknown });
      for (const project of ['605fdf474177ba62253eed4a', 'x', '{{project}}0', '../../x']) {
        const lost = { project, email: 'bob@example.net' };
        await client.expect('POST /api/project/adduser', 200, no('project was not found'), { body: lost });
      }
    },
  ),
];
