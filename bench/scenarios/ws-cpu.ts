// ws-cpu: instance.get over a WebSocket with JSON frames, against the `ws` package doing the same work.
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { settingsNote } from '../harness/candidate.js';
import { startNode } from '../harness/process.js';
import { RawSocket, textFrame } from '../harness/raw-socket.js';
import { percentile } from '../harness/statistics.js';
import type { Load, Scenario, Variant } from '../harness/types.js';
import { type CallWorld, callWorld } from '../harness/world.js';

const SOCKETS = 64;
const SETTINGS = { GANTRY_LIMITS_MESSAGES_PER_SECOND: '1000000' };
// Constant length, so that an answer's status stands at a known place.
const PREFIX = Buffer.from('{"type":"instance.get","request_id":"000000","status":200,');
const STATUS_AT = PREFIX.indexOf('"status":200,');

interface Client {
  readonly sockets: readonly RawSocket[];
  readonly frames: readonly Buffer[];
}

function question(instance: number, at: number): string {
  const request_id = String(at % 1_000_000).padStart(6, '0');
  return JSON.stringify({ type: 'instance.get', request_id, body: { instance_id: instance } });
}

async function client(url: string, path: string, world: CallWorld): Promise<Client> {
  const sockets: RawSocket[] = [];
  for (let at = 0; at < SOCKETS; at++) {
    sockets.push(await RawSocket.open(url, path, world.tokens[at % world.tokens.length] ?? ''));
  }
  return { sockets, frames: world.instances.map((id, at) => textFrame(question(id, at))) };
}

/** One call in flight on each socket, the next as soon as the answer is there. */
function load({ sockets, frames }: Client): (seconds: number) => Promise<Load> {
  return (seconds) =>
    new Promise((resolve) => {
      const latencies: number[] = [];
      const started = performance.now();
      const end = started + seconds * 1000;
      let next = 0;
      let units = 0;
      let errors = 0;
      let open = 0;
      const finish = (): void => {
        clearTimeout(guard);
        for (const socket of sockets) socket.onMessage = () => undefined;
        resolve({
          units,
          seconds: (performance.now() - started) / 1000,
          p50_ms: percentile(latencies, 0.5),
          p99_ms: percentile(latencies, 0.99),
          errors: errors + open,
        });
      };
      const guard = setTimeout(finish, seconds * 1000 + 5000);
      const ask = (socket: RawSocket): void => {
        const sent = performance.now();
        socket.onMessage = (payload) => {
          const now = performance.now();
          units++;
          if (payload.compare(PREFIX, STATUS_AT, PREFIX.length, STATUS_AT, PREFIX.length) !== 0) errors++;
          if ((units & 15) === 0) latencies.push(now - sent);
          if (now < end) return ask(socket);
          socket.onMessage = () => undefined;
          if (--open === 0) finish();
        };
        const frame = frames[next++ % frames.length];
        if (frame !== undefined) socket.send(frame);
      };
      open = sockets.length;
      for (const socket of sockets) ask(socket);
    });
}

/** The `ws` package with the same work. */
async function baseline(world: CallWorld, dir: string) {
  const server = await startNode({
    args: ['bench/servers/ws-calls.mjs', world.database],
    log: join(dir, 'ws-calls.log'),
  });
  const made = await client(server.url, '/', world);
  const variant: Variant = { name: 'ws, same work', server, run: load(made) };
  return { variant, server, made };
}

/** `/v1/socket` with JSON text frames. */
async function candidate(world: CallWorld) {
  const made = await client(world.candidate.url, '/v1/socket', world);
  const variant: Variant = { name: 'instance.get over /v1/socket', server: world.candidate, run: load(made) };
  return { variant, made };
}

async function checkAnswers(world: CallWorld, one: Client, other: Client): Promise<void> {
  const [left, right] = [one.sockets[0], other.sockets[0]];
  if (left === undefined || right === undefined) throw new Error('there is no socket');
  for (const [at, id] of world.instances.entries()) {
    const [mine, theirs] = await Promise.all([left.ask(question(id, at)), right.ask(question(id, at))]);
    const same = isDeepStrictEqual(JSON.parse(mine), JSON.parse(theirs));
    if (!same || !theirs.includes('"status":200')) {
      throw new Error(`baseline ${mine.slice(0, 400)} but candidate ${theirs.slice(0, 400)}`);
    }
  }
}

export const wsCpu: Scenario = {
  id: 'ws-cpu',
  title: 'The same read over a WebSocket, JSON',
  quantities: [
    { id: 'ws-cpu', figure: 'cpu', title: 'CPU per call over a WebSocket / ws', must: 0.65, aim: 0.5 },
  ],
  skip: () => '',
  open: async (bench) => {
    const count = bench.short ? 50 : 1000;
    const world = await callWorld(bench, { instances: count, tokens: SOCKETS }, SETTINGS);
    try {
      const other = await baseline(world, bench.dir);
      try {
        const ours = await candidate(world);
        await checkAnswers(world, other.made, ours.made);
        return {
          baseline: other.variant,
          candidate: ours.variant,
          notes: [
            `${SOCKETS} sockets with a token each, ${count} instances in rotation, one call in flight per socket`,
            'the candidate answers from memory, every row a hit and none written; ws reads and renders its row',
            settingsNote({ GANTRY_SERVERS_ALLOW: '127.0.0.0/8', ...SETTINGS }),
          ],
          close: async () => {
            for (const socket of [...other.made.sockets, ...ours.made.sockets]) socket.close();
            await other.server.stop();
            await world.close();
          },
        };
      } catch (error) {
        await other.server.stop();
        throw error;
      }
    } catch (error) {
      await world.close();
      throw error;
    }
  },
};
