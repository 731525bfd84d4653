// fanout-rate, fanout-cpu: bursts of ten events to a thousand sockets, against `ws` sending each event to each socket.
// The candidate's events are real: ten ssh-key calls in one JSON-RPC batch, logged, audited and committed before they go out.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Candidate, settingsNote, startCandidate } from '../harness/candidate.js';
import { type Measurable, burstLoad } from '../harness/fanout.js';
import { startNode } from '../harness/process.js';
import { RawSocket, textFrame } from '../harness/raw-socket.js';
import type { Bench, Scenario, Variant } from '../harness/types.js';

const BURST = 10;
const SETTINGS = {
  GANTRY_LIMITS_SOCKETS_PER_USER: '1100',
  GANTRY_LIMITS_MESSAGES_PER_SECOND: '1000000',
  // The counting client answers no pings.
  GANTRY_LIMITS_PING_MS: '3600000',
  GANTRY_LIMITS_DEAD_MS: '3600000',
};
const SUBSCRIBE = JSON.stringify({ type: 'event.subscribe', request_id: 's', body: {} });

interface Audience {
  readonly witness: RawSocket;
  readonly crowd: readonly RawSocket[];
  close(): void;
}

/** Opens the sockets; the first is the witness, whose frames are read, the others only count bytes. */
async function audience(count: number, open: () => Promise<RawSocket>): Promise<Audience> {
  const witness = await open();
  const crowd: RawSocket[] = [];
  while (crowd.length < count - 1) {
    const wanted = Math.min(50, count - 1 - crowd.length);
    crowd.push(...(await Promise.all(Array.from({ length: wanted }, open))));
  }
  return {
    witness,
    crowd,
    close: () => {
      for (const socket of [witness, ...crowd]) socket.close();
    },
  };
}

function newKey(): string {
  const type = Buffer.from('ssh-ed25519');
  const size = (length: number): Buffer => Buffer.from([0, 0, 0, length]);
  const blob = Buffer.concat([size(type.length), type, size(32), randomBytes(32)]);
  return `ssh-ed25519 ${blob.toString('base64')} bench`;
}

/** Ten calls in one frame: new keys while few are known, else the oldest ones are deleted. */
function keyBatch(known: number[]): string {
  const ids = known.length >= BURST ? known.splice(0, BURST) : null;
  const calls = Array.from({ length: BURST }, (_, at) => ({
    jsonrpc: '2.0',
    id: at,
    ...(ids === null
      ? { method: 'ssh-key.add', params: { key_public: newKey() } }
      : { method: 'ssh-key.delete', params: { key_id: ids[at] } }),
  }));
  return JSON.stringify(calls);
}

/** Subscribed sockets of one user, and a socket that makes the events. */
async function candidate(product: Candidate, count: number): Promise<{ variant: Variant } & Measurable> {
  const open = async (): Promise<RawSocket> => {
    const socket = await RawSocket.open(product.url, '/v1/socket', product.token);
    const answer = await socket.ask(SUBSCRIBE);
    if (!answer.includes('"status":200')) throw new Error(`event.subscribe answered ${answer}`);
    return socket;
  };
  const listeners = await audience(count, open);
  const control = await RawSocket.open(product.url, '/v1/socket', product.token);
  const known: number[] = [];
  const side: Measurable = {
    ...listeners,
    burst: BURST,
    errors: 0,
    fire: () => control.send(textFrame(keyBatch(known))),
    seen: (payload) => {
      const { events } = JSON.parse(payload.toString()) as {
        events: { type: string; data: { key_id: number } }[];
      };
      for (const { type, data } of events) if (type === 'ssh-key.added') known.push(data.key_id);
      return events.length;
    },
    close: () => {
      listeners.close();
      control.close();
    },
  };
  control.onMessage = (payload) => {
    if (payload.includes('"error"')) side.errors++;
  };
  return {
    ...side,
    variant: { name: 'event.subscribe over /v1/socket', server: product, run: burstLoad(side) },
  };
}

/** `ws`, one send per event and socket, with events that the candidate made. */
async function baseline(bench: Bench, count: number, events: readonly unknown[]) {
  const server = await startNode({
    args: ['bench/servers/ws-fanout.mjs'],
    log: join(bench.dir, 'ws-fanout.log'),
  });
  const listeners = await audience(count, () => RawSocket.open(server.url, '/listen', ''));
  const control = await RawSocket.open(server.url, '/', '');
  const frame = textFrame(JSON.stringify({ events }));
  const side: Measurable = {
    ...listeners,
    burst: BURST,
    errors: 0,
    fire: () => control.send(frame),
    seen: (payload) => (JSON.parse(payload.toString()) as { events: unknown[] }).events.length,
    close: () => {
      listeners.close();
      control.close();
    },
  };
  return { server, side, variant: { name: 'ws, looped send', server, run: burstLoad(side) } };
}

/** One burst of the candidate's real events, for the baseline to send. */
function sampleEvents(side: Measurable): Promise<readonly unknown[]> {
  return new Promise((resolve) => {
    const events: unknown[] = [];
    side.witness.onMessage = (payload) => {
      side.seen(payload);
      events.push(...(JSON.parse(payload.toString()) as { events: unknown[] }).events);
      if (events.length >= BURST) resolve(events.slice(0, BURST));
    };
    side.fire();
  });
}

export const fanoutRate: Scenario = {
  id: 'fanout-rate',
  title: 'Bursts of 10 events to 1,000 sockets',
  quantities: [
    { id: 'fanout-rate', figure: 'rate', title: 'deliveries per second / looped ws.send', must: 4, aim: 7 },
    { id: 'fanout-cpu', figure: 'cpu', title: 'CPU per delivery / looped ws.send', must: 0.25, aim: 0.15 },
  ],
  skip: () => '',
  open: async (bench) => {
    const count = bench.short ? 100 : 1000;
    const product = await startCandidate(bench, SETTINGS);
    try {
      const ours = await candidate(product, count);
      const events = await sampleEvents(ours);
      const other = await baseline(bench, count, events);
      return {
        baseline: other.variant,
        candidate: ours.variant,
        notes: [
          `${count} sockets, all of one user; ${Buffer.byteLength(JSON.stringify(events[0]))} bytes per event`,
          'the candidate makes its events by ssh-key.add and ssh-key.delete and pays for those calls, the log and the audit rows too',
          settingsNote(SETTINGS),
        ],
        close: async () => {
          ours.close();
          other.side.close();
          await other.server.stop();
          await product.stop();
        },
      };
    } catch (error) {
      await product.stop();
      throw error;
    }
  },
};
