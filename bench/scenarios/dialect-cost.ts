// dialect-cost: the same operation asked for by a dialect's route and by our own method, on one server.
import { join } from 'node:path';
import { settingsNote } from '../harness/candidate.js';
import { send } from '../harness/http.js';
import type { Bench, Opened, Scenario } from '../harness/types.js';
import { type CallWorld, callWorld } from '../harness/world.js';
import { CONNECTIONS, wrkLoad, wrkMissing, type WrkRequest } from '../harness/wrk.js';

const MUST = { must: 1.3, aim: 1.1 };

/** One request of each side for a client of the world. */
interface Pair {
  readonly native: WrkRequest;
  readonly dialect: WrkRequest;
}

/** Who the caller is: `GET /api/auth/user` and `user.get`. */
export const dialectCost: Scenario = {
  id: 'dialect-cost',
  title: 'Who the caller is, by the aarch64 API and by our own',
  quantities: [
    { id: 'dialect-cost', figure: 'cpu', title: 'CPU per GET /auth/user / user.get', ...MUST },
    {
      id: 'dialect-rate',
      figure: 'rate',
      title: 'GET /auth/user per second / user.get',
      must: null,
      aim: null,
    },
  ],
  skip: wrkMissing,
  open: (bench) =>
    open(bench, 1, async (world, token) => ({
      native: { token, path: '/v1/user.get', body: '{}' },
      dialect: {
        method: 'GET',
        path: '/api/auth/user',
        body: '',
        headers: { Authorization: (await made(world, 'aarch64')).token },
      },
    })),
};

/** The caller's own instances: `GET /api/client/vps/list` and `instance.list`. */
export const dialectList: Scenario = {
  id: 'dialect-list',
  title: "The caller's instances, by the cvm API and by our own",
  quantities: [
    { id: 'dialect-list', figure: 'cpu', title: 'CPU per GET /vps/list / instance.list', ...MUST },
  ],
  skip: wrkMissing,
  open: (bench) =>
    open(bench, 0, async (world, token) => {
      const pair = await made(world, 'cvm');
      return {
        native: { token, path: '/v1/instance.list', body: '{}' },
        dialect: {
          method: 'GET',
          path: '/api/client/vps/list',
          body: '',
          headers: { 'API-Public-Token': pair.public_id, 'API-Private-Token': pair.token },
        },
      };
    }),
};

/** One instance by its id: `POST /api/getInstance` and `instance.get`. */
export const dialectGet: Scenario = {
  id: 'dialect-get',
  title: 'One instance, by the API of game panels and by our own',
  quantities: [
    { id: 'dialect-get', figure: 'cpu', title: 'CPU per POST /getInstance / instance.get', ...MUST },
  ],
  skip: wrkMissing,
  open: (bench) =>
    open(bench, 1, async (world, token) => {
      const headers = { 'x-api-key': (await made(world, 'panel')).token };
      const { hostname, port } = new URL(world.candidate.url);
      const listed = await send({ hostname, port, path: '/api/instances', headers }, '');
      const [first] = JSON.parse(listed.text) as { Id: string }[];
      const instance_id = world.instances[0] ?? 0;
      return {
        native: { token, path: '/v1/instance.get', body: JSON.stringify({ instance_id }) },
        dialect: { path: '/api/getInstance', body: JSON.stringify({ id: first?.Id ?? '' }), headers },
      };
    }),
};

async function made(
  { candidate }: CallWorld,
  token_kind: 'aarch64' | 'panel' | 'cvm',
): Promise<{ token: string; public_id: string }> {
  const { data } = await candidate.call('token.create', { token_kind });
  const { token_public } = data.attributes;
  return {
    token: String(data.attributes['token']),
    public_id: typeof token_public === 'string' ? token_public : '',
  };
}

/** `owned`: instances that are made for the caller, beside none that are anybody else's. */
async function open(
  bench: Bench,
  owned: number,
  pairOf: (world: CallWorld, token: string) => Promise<Pair>,
): Promise<Opened> {
  const clients = bench.short ? 10 : 100;
  const world = await callWorld(bench, { instances: owned, tokens: clients });
  try {
    if (owned === 0) {
      for (let at = 0; at < OWNED; at++) await addInstance(world, `own-${at}`);
    }
    const pairs: Pair[] = [];
    for (const token of world.tokens) pairs.push(await pairOf(world, token));
    const { candidate: server, candidate } = world;
    for (const { native, dialect } of pairs) {
      await works(candidate.url, native);
      await works(candidate.url, dialect);
    }
    const load = (name: string, side: keyof Pair) =>
      wrkLoad(
        join(bench.dir, name),
        candidate.url,
        pairs.map((pair) => pair[side]),
      );
    return {
      baseline: { name: 'our own method', server, run: await load('native', 'native') },
      candidate: { name: 'the route of the dialect', server, run: await load('dialect', 'dialect') },
      notes: [
        `both sides ask one server in turn, ${clients} credentials in rotation, ${CONNECTIONS} connections`,
        'nothing is written meanwhile: what either side keeps of its answers stays good',
        settingsNote({ GANTRY_SERVERS_ALLOW: '127.0.0.0/8' }),
      ],
      close: () => world.close(),
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}

const OWNED = 10;

async function addInstance({ candidate }: CallWorld, instance_name: string): Promise<void> {
  await candidate.call('instance.add', {
    server_id: 1,
    instance_name,
    instance_image: 'busybox',
    instance_start: false,
    wait: 30,
  });
}

async function works(
  url: string,
  { method = 'POST', path, body, token, headers }: WrkRequest,
): Promise<void> {
  const { hostname, port } = new URL(url);
  const all = {
    ...headers,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  };
  const answer = await send({ method, hostname, port, path, headers: all }, body);
  if (answer.status !== 200)
    throw new Error(`${path} answered ${answer.status}: ${answer.text.slice(0, 200)}`);
}
