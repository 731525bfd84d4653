// The events proof: many events by real commits, random disconnects, and subscribers that must get every number once.
import { setTimeout as pause } from 'node:timers/promises';
import { FakeHost } from '../../support/fake-host.js';
import { until } from '../../support/until.js';
import { type House, startHouse } from './house.js';
import { readLedger } from './ledger.js';
import { random } from './random.js';
import { faultsOf, openReader, type Reader } from './reader.js';

export interface EventsOptions {
  seed: number;
  /** Events to produce. */
  events: number;
  /** Times a subscriber's connection is cut. */
  disconnects: number;
  /** Subscribers; half of them speak JSON, half MessagePack. */
  readers: number;
}

export interface EventsFinding {
  faults: string[];
  /** Numbers each subscriber had to get, and got. */
  numbers: number;
  cuts: number;
  seconds: number;
  /** Connections each subscriber opened. */
  connections: number[];
}

const CALLS_PER_BATCH = 50;
const PRODUCERS = 4;

/** Every grant and every revocation is a commit with one event. */
async function produce(house: House, server_id: number, count: number, made: () => void): Promise<void> {
  let left = Math.ceil(count / CALLS_PER_BATCH);
  const worker = async (user_id: number): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const batch = Array.from({ length: CALLS_PER_BATCH }, (_item, index) => ({
        jsonrpc: '2.0',
        id: index,
        method: index % 2 === 0 ? 'server.grant' : 'server.revoke',
        params: { server_id, user_id },
      }));
      const response = await fetch(`${house.url}/rpc`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${house.token}` },
        body: JSON.stringify(batch),
      });
      const answers = (await response.json()) as { error?: unknown }[];
      const refused = answers.find(({ error }) => error !== undefined);
      if (!response.ok || refused !== undefined)
        throw new Error(`producing: ${response.status} ${JSON.stringify(refused)}`);
      made();
    }
  };
  await Promise.all(Array.from({ length: PRODUCERS }, () => worker(1)));
}

/** Runs it; `tell` hears how far it is. */
export async function proveEvents(
  options: EventsOptions,
  tell: (line: string) => void = () => undefined,
): Promise<EventsFinding> {
  const started = performance.now();
  const choice = random(options.seed);
  const host = await FakeHost.start({ kind: 'https' });
  const house = await startHouse({ LIMITS_SOCKETS_PER_USER: '1000' }).catch(async (error: unknown) => {
    await host.stop();
    throw error;
  });
  const readers: Reader[] = [];
  try {
    const answer = await house.client().request('server.add', {
      server_host: host.endpoint.address,
      server_port: host.endpoint.port,
      server_password: host.password,
      server_fingerprint: host.fingerprint,
    });
    const server_id = Array.isArray(answer.data) ? 0 : (answer.data.id ?? 0);
    for (let index = 0; index < options.readers; index += 1) {
      const format = index % 2 === 0 ? 'json' : 'msgpack';
      const name = `${format} subscriber ${index + 1}`;
      readers.push(openReader({ name, url: house.url, token: house.token, format, buffer: 1e6 }));
    }
    let batches = 0;
    let cuts = 0;
    const total = Math.ceil(options.events / CALLS_PER_BATCH);
    // Spread over the whole production: after each batch as many cuts as are due, at a moment drawn by the seed.
    const cutting: Promise<void>[] = [];
    const cutOne = async (): Promise<void> => {
      await pause(choice.between(0, 30));
      await until(() => choice.pick(readers)?.cut() === true, {
        timeout_ms: 30_000,
        what: 'a connection to cut',
      });
    };
    await produce(house, server_id, options.events, () => {
      batches += 1;
      for (; cuts < Math.floor((options.disconnects * batches) / total); cuts += 1) cutting.push(cutOne());
      if (batches % Math.ceil(total / 10) === 0)
        tell(`${batches * CALLS_PER_BATCH} events, ${cuts} disconnects`);
    });
    await Promise.all(cutting);
    const ledger = readLedger(house.database);
    const expected = ledger.events.filter(({ retention }) => retention === 'event').map(({ id }) => id);
    const head = expected.at(-1) ?? 0;
    await until(() => readers.every(({ ids, failure }) => failure !== null || (ids.at(-1) ?? 0) >= head), {
      timeout_ms: 60_000,
    }).catch(() => undefined);
    const faults = readers.flatMap((reader) => faultsOf(reader, expected));
    if (ledger.events.some(({ id }, index) => id !== index + 1)) faults.push('the log has a hole');
    if (expected.length < options.events) faults.push(`only ${expected.length} events were made`);
    return {
      faults,
      numbers: expected.length,
      cuts,
      seconds: (performance.now() - started) / 1000,
      connections: readers.map(({ connections }) => connections),
    };
  } finally {
    for (const reader of readers) reader.close();
    await house.close();
    await host.stop();
  }
}
