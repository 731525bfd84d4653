// dispatch-cpu: an authenticated keyed read (instance.get), against fastify 5 doing the same work on the same rows.
import { join } from 'node:path';
import { settingsNote } from '../harness/candidate.js';
import { checkSame } from '../harness/check.js';
import { type ServerProcess, startNode } from '../harness/process.js';
import type { Bench, Opened, Scenario, Variant } from '../harness/types.js';
import { type CallWorld, callWorld } from '../harness/world.js';
import { CONNECTIONS, wrkLoad, wrkMissing, type WrkRequest } from '../harness/wrk.js';

/** fastify 5 with validation, a token table in memory and a prepared row. */
async function baseline(world: CallWorld, dir: string, requests: readonly WrkRequest[]) {
  const server: ServerProcess = await startNode({
    args: ['bench/servers/fastify.mjs', world.database],
    log: join(dir, 'fastify.log'),
  });
  const variant: Variant = {
    name: 'fastify 5, same work',
    server,
    run: await wrkLoad(join(dir, 'fastify'), server.url, requests),
  };
  return { variant, server };
}

/** `POST /v1/instance.get`. */
async function candidate(world: CallWorld, dir: string, requests: readonly WrkRequest[]): Promise<Variant> {
  const server = world.candidate;
  return { name: 'instance.get', server, run: await wrkLoad(join(dir, 'get'), server.url, requests) };
}

type Ask = (instance_id: number, at: number) => Record<string, string | number>;

/** By number: what clients do. Gantry keeps finished answers of unchanged rows, and here nothing changes. */
export const dispatchCpu: Scenario = {
  id: 'dispatch-cpu',
  title: 'An authenticated keyed read',
  quantities: [
    { id: 'dispatch-cpu', figure: 'cpu', title: 'CPU per instance.get / fastify 5', must: 0.5, aim: 0.28 },
    { id: 'dispatch-rate', figure: 'rate', title: 'instance.get per second / fastify 5', must: 2, aim: 3.5 },
    { id: 'dispatch-p99', figure: 'p99', title: 'p99 at 64 connections / fastify 5', must: 0.8, aim: 0.4 },
  ],
  skip: wrkMissing,
  open: (bench) =>
    open(
      bench,
      (instance_id) => ({ instance_id }),
      'the candidate answers from memory, every row a hit and none written; fastify reads and renders its row',
    ),
};

/** By name: the row is read and rendered at each call on both sides, so this is the price of the work without memory. */
export const dispatchUncached: Scenario = {
  id: 'dispatch-uncached',
  title: 'The same read by server and name, which no memory answers',
  quantities: [
    {
      id: 'dispatch-uncached',
      figure: 'cpu',
      title: 'CPU per instance.get by name / fastify 5',
      must: null,
      aim: null,
    },
  ],
  skip: wrkMissing,
  open: (bench) =>
    open(
      bench,
      (_, at) => ({ server_id: 1, instance_name: `bench-${at}` }),
      'row read and rendered at each call on both sides; no target of its own, to be read beside dispatch-cpu',
    ),
};

async function open(bench: Bench, ask: Ask, note: string): Promise<Opened> {
  const count = bench.short ? 50 : 1000;
  const world = await callWorld(bench, { instances: count, tokens: count });
  try {
    const requests = world.tokens.map((token, at) => ({
      token,
      path: '/v1/instance.get',
      body: JSON.stringify({
        ...ask(world.instances[at % count] ?? 0, at % count),
        provider: 'lxd',
        request_id: `bench-${String(at).padStart(6, '0')}`,
      }),
    }));
    const other = await baseline(world, bench.dir, requests);
    try {
      await checkSame(other.server.url, world.candidate.url, requests);
    } catch (error) {
      await other.server.stop();
      throw error;
    }
    return {
      baseline: other.variant,
      candidate: await candidate(world, bench.dir, requests),
      notes: [
        `${count} tokens and instances in rotation, ${CONNECTIONS} connections, every answer compared before`,
        note,
        settingsNote({ GANTRY_SERVERS_ALLOW: '127.0.0.0/8' }),
      ],
      close: async () => {
        await other.server.stop();
        await world.close();
      },
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}
