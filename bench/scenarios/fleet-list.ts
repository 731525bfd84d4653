// fleet-list: the list of about fifty instances, from our own rows against LXD's recursion=1.
import { Agent } from 'node:http';
import { importBusybox, type LxdDaemon, skipReason, startLxd } from '../../test/support/lxd.js';
import { type Candidate, settingsNote, startCandidate } from '../harness/candidate.js';
import { type Answer, post, send } from '../harness/http.js';
import { movePid } from '../harness/pin.js';
import { cpuSeconds, rssMb } from '../harness/process.js';
import { percentile } from '../harness/statistics.js';
import type { Load, Scenario, Variant } from '../harness/types.js';
import { allInstances } from '../harness/world.js';

const CONNECTIONS = 16;
const SETTINGS = { GANTRY_SERVERS_ALLOW: '127.0.0.0/8' };

/** Asks again and again over keep-alive connections; an answer that lacks an instance is an error. */
function load(ask: () => Promise<Answer>, names: (text: string) => number, count: number): Variant['run'] {
  return async (seconds): Promise<Load> => {
    const started = performance.now();
    const end = started + seconds * 1000;
    const latencies: number[] = [];
    let errors = 0;
    let length = 0;
    const worker = async (): Promise<void> => {
      for (let now = performance.now(); now < end;) {
        const { status, text } = await ask();
        const then = performance.now();
        latencies.push(then - now);
        now = then;
        // All names are looked for once; after that an answer may not shrink.
        if (length === 0 && names(text) === count) length = text.length;
        if (status !== 200 || text.length < length * 0.98 || length === 0) errors++;
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, worker));
    return {
      units: latencies.length,
      seconds: (performance.now() - started) / 1000,
      p50_ms: percentile(latencies, 0.5),
      p99_ms: percentile(latencies, 0.99),
      errors,
    };
  };
}

function counter(pattern: RegExp): (text: string) => number {
  return (text) => new Set([...text.matchAll(pattern)].map(([, name]) => name)).size;
}

/** LXD itself, over its socket. */
function baseline(lxd: LxdDaemon, count: number): Variant {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = (): Promise<Answer> =>
    send({ socketPath: lxd.socket, path: '/1.0/instances?recursion=1', agent, headers: { host: 'lxd' } });
  return {
    name: 'LXD, GET /1.0/instances?recursion=1',
    server: { cpuSeconds: () => cpuSeconds(lxd.pid), rssMb: () => rssMb(lxd.pid) },
    run: load(ask, counter(/"name":"(bench-\d+)"/g), count),
  };
}

/** `instance.list` with its ordinary page. */
function candidate(server: Candidate, token: string, count: number): Variant {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = (): Promise<Answer> => post(`${server.url}/v1/instance.list`, '{}', token, agent);
  return {
    name: 'instance.list',
    server,
    run: load(ask, counter(/"instance_name":"(bench-\d+)"/g), count),
  };
}

async function createInstances(lxd: LxdDaemon, count: number): Promise<void> {
  await importBusybox(lxd);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await lxd.lxc('init', 'busybox', `bench-${next++}`);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

export const fleetList: Scenario = {
  id: 'fleet-list',
  title: 'A list of about fifty instances',
  quantities: [
    { id: 'fleet-list', figure: 'rate', title: 'lists per second / LXD recursion=1', must: 8, aim: 20 },
  ],
  skip: () => {
    const reason = skipReason();
    return reason === '' ? '' : `needs a private LXD of its own: ${reason}`;
  },
  open: async (bench) => {
    const count = bench.short ? 5 : 50;
    const lxd = await startLxd({ name: 'bench' });
    try {
      movePid('server', lxd.pid);
      await createInstances(lxd, count);
      const product = await startCandidate(bench, SETTINGS);
      try {
        await product.call('server.add', {
          server_host: '127.0.0.1',
          server_port: lxd.port,
          server_password: lxd.password,
          server_fingerprint: lxd.fingerprint,
          server_name: 'bench',
        });
        await allInstances(bench, product, count);
        const [token = ''] = await product.tokens(1);
        return {
          baseline: baseline(lxd, count),
          candidate: candidate(product, token, count),
          notes: [
            `${count} stopped containers, ${CONNECTIONS} connections, the same JavaScript client on both sides`,
            settingsNote(SETTINGS),
          ],
          close: async () => {
            await product.stop();
            await lxd.stop();
          },
        };
      } catch (error) {
        await product.stop();
        throw error;
      }
    } catch (error) {
      await lxd.stop();
      throw error;
    }
  },
};
