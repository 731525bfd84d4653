// event.subscribe: cursors over sockets and server-sent events, filters, and the panel's handshake.
import { openSocket } from '../support/transports.js';
import { openSse } from '../support/sse.js';
import { until } from '../support/until.js';
import type { World } from '../support/world.js';
import { type Resource, apiCase, history, must, over, refused } from './case.js';

interface Start {
  epoch: string;
  from: string;
  head: string;
}

async function subscribed(world: World, params: object = {}, format: 'json' | 'msgpack' = 'json') {
  const socket = await openSocket(world.url, { token: world.userToken, format });
  const { data } = (await socket.subscribe(params as Record<string, unknown>)) as never as {
    data: { attributes: Start };
  };
  return { socket, start: data.attributes };
}

async function work(world: World, count = 1): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    for (const instance_status of ['start', 'stop']) {
      await must(world, 'instance.action', { instance_id: 2, instance_status, wait: 20 });
    }
  }
}

const ids = (events: Record<string, unknown>[]): number[] => events.map(({ id }) => Number(id));

export const cases = [
  apiCase(
    'REL-60 replay and live, with JSON and with MessagePack, equal to the history',
    async (t, world) => {
      await work(world);
      const from = await subscribed(world, { cursor: 0 });
      const packed = await subscribed(world, { cursor: 0 }, 'msgpack');
      const now = await subscribed(world);
      t.teardown(() => [from, packed, now].forEach(({ socket }) => socket.close()));
      t.match(from.start, { from: `${from.start.epoch}.0` });
      t.equal(now.start.from, now.start.head);
      await work(world, 2);
      const told = await must<Resource[]>(world, 'event.list', { limit: 1000 });
      const last = told.at(-1)?.id;
      for (const { socket } of [from, packed, now]) {
        await until(() => ids(socket.events()).at(-1) === last, { what: `event ${last}` });
      }
      const numbered = (events: Record<string, unknown>[]) => events.filter(({ id }) => id !== undefined);
      t.same(
        numbered(from.socket.events()),
        told.map(({ attributes }) => attributes),
      );
      t.same(numbered(packed.socket.events()), numbered(from.socket.events()));
      const cut = Number(now.start.from.split('.')[1]);
      t.same(
        numbered(now.socket.events()),
        numbered(from.socket.events()).filter(({ id }) => Number(id) > cut),
      );
    },
  ),

  apiCase('REL-60 a reader that comes and goes has every number once', async (t, world) => {
    let cursor: string | number = 0;
    const seen: number[] = [];
    let done = false;
    const busy = work(world, 8).finally(() => (done = true));
    for (let round = 0; round < 20; round += 1) {
      const { socket, start } = await subscribed(world, { cursor });
      await until(() => socket.events().length > 0 || done);
      for (const { id } of socket.events()) if (id !== undefined) seen.push(Number(id));
      cursor = `${start.epoch}.${seen.at(-1) ?? 0}`;
      socket.close();
    }
    await busy;
    const { socket } = await subscribed(world, { cursor });
    const last = (await must<Resource[]>(world, 'event.list', { sort: '-id', limit: 1 }))[0]?.id;
    await until(() => [...seen, ...ids(socket.events())].includes(last ?? 0), { what: `event ${last}` });
    seen.push(...ids(socket.events().filter(({ id }) => id !== undefined)));
    socket.close();
    const all = (await must<Resource[]>(world, 'event.list', { limit: 1000 })).map(({ id }) => id);
    t.same(seen, all);
  }),

  apiCase('REL-61 a cursor that is expired, of another life, or in the future', async (t, world) => {
    const { socket, start } = await subscribed(world);
    t.teardown(() => socket.close());
    const refusal = async (cursor: string | number): Promise<string> => {
      const own = await openSocket(world.url, { token: world.userToken });
      own.send({ type: 'event.subscribe', request_id: 'x', body: { cursor } });
      const frame = await own.frame(({ request_id }) => request_id === 'x');
      own.close();
      const code = (frame['body'] as { errors?: { code: string }[] }).errors?.[0]?.code ?? 'ok';
      const url = `${world.url}/v1/event.subscribe?cursor=${cursor}`;
      const sse = await openSse(url, { authorization: `Bearer ${world.userToken}` });
      sse.close();
      t.equal(
        sse.status === 200 ? 'ok' : (JSON.parse(sse.text) as { errors: { code: string }[] }).errors[0]?.code,
        code,
      );
      t.equal(await refused(world, 'event.list', { cursor }), code, 'the history says the same');
      return code;
    };
    t.equal(await refusal(0), 'ok');
    t.equal(await refusal(start.head), 'ok');
    t.equal(await refusal(`${start.epoch}.999999`), 'cursor_in_future');
    t.equal(await refusal('abcdef.1'), 'epoch_changed');
    t.equal(await refusal('nonsense'), 'invalid_params');
    await world.app.app.db.tx((tx) => tx.settings.set('events_pruned', '3'));
    world.app.app.core.bus.pruned(3);
    t.equal(await refusal(2), 'cursor_expired');
    t.equal(await refusal(3), 'ok');
    const { body } = await world.app.call('event.list', { cursor: 1 }, { token: world.userToken });
    t.match(body, { meta: { oldest: 4, epoch: start.epoch } });
  }),

  apiCase(
    'filters by server, project, instance and type; transient progress has no number',
    async (t, world) => {
      const one = await subscribed(world, {
        cursor: 0,
        filter: { instance_id: 2, type: ['instance.*', 'operation.finished'] },
      });
      const none = await subscribed(world, { cursor: 0, filter: { instance_id: 99 } });
      const server = await subscribed(world, {
        cursor: 0,
        filter: { server_id: 1, type: 'operation.created' },
      });
      t.teardown(() => [one, none, server].forEach(({ socket }) => socket.close()));
      await work(world);
      await until(() => one.socket.events().filter(({ type }) => type === 'operation.finished').length === 3);
      const types = new Set(one.socket.events().map(({ type }) => type));
      t.same([...types].sort(), [
        'instance.created',
        'instance.started',
        'instance.stopped',
        'operation.finished',
      ]);
      t.same(new Set(one.socket.events().map(({ instance_id }) => instance_id)), new Set([2]));
      t.same(none.socket.events(), []);
      await until(() => server.socket.events().length === 4);
      for (const filter of [{ type: 'a b' }, { type: '' }, { server_id: 'x' }, { colour: 'red' }]) {
        t.equal(await refused(world, 'event.list', { filter }), 'invalid_params', JSON.stringify(filter));
      }
    },
  ),

  apiCase('server-sent events with a bearer: id and data, resumed by Last-Event-ID', async (t, world) => {
    const headers = { authorization: `Bearer ${world.userToken}` };
    const first = await openSse(`${world.url}/api/v1/event.subscribe?cursor=0&instance_id=2`, headers);
    t.teardown(() => first.close());
    t.equal(first.status, 200);
    await first.count(3);
    const { data, id } = first.messages[1] ?? { data: '{}', id: '' };
    t.equal((JSON.parse(data) as { instance_id: number }).instance_id, 2);
    t.match(id, /^[0-9a-f]+\.\d+$/);
    first.close();
    const second = await openSse(`${world.url}/v1/event.subscribe?instance_id=2`, {
      ...headers,
      'last-event-id': id,
    });
    t.teardown(() => second.close());
    await second.count(1);
    t.ok(Number((second.messages[0]?.id ?? '.').split('.')[1]) > Number(id.split('.')[1]));
    const none = await openSse(`${world.url}/v1/event.subscribe`);
    t.equal(none.status, 401, 'no token and no stream');
    t.equal((await openSse(`${world.url}/v1/event.subscribe?stream=`)).status, 400);
    t.equal((await openSse(`${world.url}/v1/event.subscribe?stream=made-up`)).status, 404);
  }),

  apiCase(
    "the panel's handshake: nothing before event.auth, the outcome after the answer",
    async (t, world) => {
      const { body } = await world.app.call('config.get');
      const stream = (body['data'] as Resource).attributes['stream'] as string;
      const call = (request_id: string, params: object, token = world.userToken) =>
        must(world, 'instance.action', { ...params, provider: 'lxd', request_id }, token);
      const url = `${world.url}/api/v1/event.subscribe?stream=${encodeURIComponent(stream)}`;
      t.equal(await refused(world, 'event.auth', { stream }), 'not_found', 'not open yet');
      const panel = await openSse(url);
      t.teardown(() => panel.close());
      t.match(panel.type, /^text\/event-stream/);
      await over(
        world,
        Number(
          (await call('before', { instance_id: 2, instance_status: 'start' })).attributes['operation_id'],
        ),
      );
      t.same(panel.messages, [], 'nothing of anyone');
      await must(world, 'event.auth', { stream, request_id: 'r' });
      const made = await call('mine-1', { server_id: 1, instance_name: 'web-2', instance_status: 'stop' });
      t.same(panel.messages, [], 'the answer comes first');
      await over(world, Number(made.attributes['operation_id']));
      await panel.count(1);
      const [message] = panel.messages;
      const told = JSON.parse(message?.data ?? '{}') as { type: string; request_id: string; body: string };
      t.match(told, { type: 'instance.action', request_id: 'mine-1' });
      t.equal(message?.event, 'message');
      t.ok('data' in (JSON.parse(told.body) as object), 'body is the text of an envelope');
      world.host.faults.fail = () => 'no';
      await call('mine-2', { instance_id: 2, instance_status: 'start' });
      await panel.count(2);
      const failed = JSON.parse(panel.messages[1]?.data ?? '{}') as { request_id: string; body: string };
      t.equal(failed.request_id, 'mine-2');
      t.match(JSON.parse(failed.body), { errors: [{ detail: String }] });
      world.host.faults.fail = null;
      await call('others', { instance_id: 2, instance_status: 'start', wait: 20 }, world.adminToken);
      const added = await must(world, 'instance.add', {
        server_id: 1,
        instance_name: 'panel-1',
        instance_image: 'busybox',
        request_id: 'mine-3',
      });
      await over(world, Number(added.attributes['operation_id']));
      await panel.count(3);
      t.match(
        JSON.parse(panel.messages[2]?.data ?? '{}'),
        { type: 'instance.add', request_id: 'mine-3' },
        "not the administrator's",
      );
      panel.close();
      const again = await openSse(url, { 'last-event-id': panel.messages[0]?.id ?? '' });
      t.teardown(() => again.close());
      await must(world, 'event.auth', { stream, request_id: 'r2' });
      await again.count(2);
      t.same(
        again.messages.map(({ data }) => (JSON.parse(data) as { request_id: string }).request_id),
        ['mine-2', 'mine-3'],
        'a reconnect gets what it missed',
      );
      await must(world, 'user.logout', {});
      await until(() => again.ended, { what: 'the stream of a token that is gone to end' });
      t.equal(again.messages.at(-1)?.event, 'close');
    },
  ),

  apiCase(
    'a stream that nobody authorises is closed',
    async (t, world) => {
      const { body } = await world.app.call('config.get');
      const stream = (body['data'] as Resource).attributes['stream'] as string;
      const panel = await openSse(`${world.url}/v1/event.subscribe?stream=${encodeURIComponent(stream)}`);
      await until(() => panel.ended, { timeout_ms: 4_000, what: 'the end' });
      t.equal(panel.messages.at(-1)?.event, 'close');
    },
    { app: { env: { GANTRY_EVENTSTREAM_AUTH_TIMEOUT: '1' } } },
  ),

  apiCase('event.list: either direction, page by page, up to a mark', async (t, world) => {
    await work(world, 2);
    const page = async (params: object) => {
      const { body } = await world.app.call('event.list', params, { token: world.userToken });
      return body as never as { data: Resource[]; meta: { next: string | null } };
    };
    const all = (await page({})).data.map(({ id }) => id);
    for (const sort of ['id', '-id']) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const { data, meta } = await page({ sort, limit: 7, ...(cursor === undefined ? {} : { cursor }) });
        seen.push(...data.map(({ id }) => id));
        cursor = meta.next ?? undefined;
      } while (cursor !== undefined);
      t.same(seen, sort === 'id' ? all : all.toReversed(), sort);
    }
    const until_ = all[5] ?? 0;
    t.same(
      (await page({ until: until_ })).data.map(({ id }) => id),
      all.filter((id) => id <= until_),
    );
    t.equal((await page({ limit: all.length })).meta.next, null, 'null at the end');
    const admin = await history(world);
    t.notOk(
      admin.some(({ type }) => type === 'audit.call'),
      'audit rows are read elsewhere',
    );
  }),

  apiCase('REL-61 a restart keeps cursors, a restored database does not', async (t, world) => {
    const { socket, start } = await subscribed(world);
    socket.close();
    await world.app.restart();
    const moved = { ...world, url: world.app.url };
    const kept = await subscribed(moved, { cursor: start.head });
    t.equal(kept.start.epoch, start.epoch);
    kept.socket.close();
  }),
];
