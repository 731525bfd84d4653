// Clients that act on a few instances at once, each call with a key, repeated until it is answered.
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../../src/client/client.js';
import { ClientError } from '../../../src/client/client.js';
import type { Acknowledged } from './check.js';
import type { Random } from './random.js';

/** What one client does over and over. */
export interface Workload {
  /** Calls and what came of them. */
  readonly acknowledged: Acknowledged[];
  /** Answers that no client should get, in words. */
  readonly faults: string[];
  readonly calls: number;
  /** Stops the clients; resolves when each has got its last answer. */
  stop(): Promise<void>;
}

interface Wish {
  method: string;
  kind: string;
  params: Record<string, unknown>;
}

/** Errors after which the same call is sent again with the same key. */
const AGAIN = new Set([
  'unreachable',
  'timeout',
  'connection_lost',
  'unavailable',
  'host_unreachable',
  'bad_answer',
]);
/** Refusals that say that another client was first. */
const LATE = new Set(['bad_state', 'not_found', 'conflict']);
const MOST = 8;
const FEWEST = 3;

/** Sends a call until it is answered; `data.attributes` of the answer. */
export async function persist(
  client: Client,
  method: string,
  params: Record<string, unknown>,
  key: string,
  timeout_ms = 60_000,
): Promise<Record<string, unknown>> {
  const deadline = performance.now() + timeout_ms;
  for (;;) {
    try {
      const { data } = await client.request(method, { ...params, request_id: key }, { idempotencyKey: key });
      return Array.isArray(data) ? {} : data.attributes;
    } catch (error) {
      if (!(error instanceof ClientError) || !AGAIN.has(error.code) || performance.now() > deadline)
        throw error;
      await pause(20);
    }
  }
}

/** Waits for an operation's end, as a client does that only reads: without a key, asking again when cut off. */
async function follow(client: Client, operation_id: number, given_up: () => boolean): Promise<void> {
  while (!given_up()) {
    try {
      const { data } = await client.request('operation.get', { operation_id, wait: 5 });
      if (!Array.isArray(data) && data.attributes['finished_at'] !== null) return;
    } catch (error) {
      if (!(error instanceof ClientError) || !AGAIN.has(error.code)) throw error;
      await pause(20);
    }
  }
}

/** Lets `clients` act until they are stopped. */
export function startWorkload(
  client: Client,
  random: Random,
  options: { server_id: number; clients: number; tag: string; follow: () => number },
): Workload {
  const { server_id, tag } = options;
  const acknowledged: Acknowledged[] = [];
  const faults: string[] = [];
  const instances: number[] = [];
  let stopping = false;
  let names = 0;
  let updates = 0;
  let calls = 0;

  const add = (choice: Random): Wish => ({
    method: 'instance.add',
    kind: 'instance.create',
    params: {
      server_id,
      instance_name: `${tag}-${(names += 1)}`,
      instance_image: 'busybox',
      instance_start: choice.next() < 0.7,
      instance_command: choice.next() < 0.5 ? 'echo once >> /root/command' : '',
    },
  });
  const action = (instance_id: number, instance_status: string): Wish => ({
    method: 'instance.action',
    kind: `instance.${instance_status.split('-')[0] ?? ''}`,
    params: { instance_id, instance_status },
  });
  const wish = (choice: Random): Wish => {
    const instance_id = choice.pick(instances);
    const roll = choice.next();
    if (instance_id === undefined || instances.length < FEWEST || (roll < 0.14 && instances.length < MOST))
      return add(choice);
    if (roll < 0.22) {
      instances.splice(instances.indexOf(instance_id), 1);
      return { method: 'instance.delete', kind: 'instance.delete', params: { instance_id, force: true } };
    }
    if (roll < 0.42) {
      // Every value is new, so that each update changes something; a removed key makes it a PUT, which takes longer.
      const instance_config = {
        [`user.k${choice.between(1, 3)}`]: String((updates += 1)),
        ...(choice.next() < 0.3 ? { 'user.gone': null } : {}),
      };
      return { method: 'instance.update', kind: 'instance.update', params: { instance_id, instance_config } };
    }
    if (roll < 0.6) return action(instance_id, 'start');
    if (roll < 0.74) return action(instance_id, 'stop-force');
    if (roll < 0.88) return action(instance_id, roll < 0.77 ? 'restart' : 'restart-force');
    return action(instance_id, roll < 0.94 ? 'freeze' : 'unfreeze');
  };

  const act = async (choice: Random, number: number): Promise<void> => {
    for (let turn = 1; !stopping; turn += 1) {
      const { method, kind, params } = wish(choice);
      const key = `${tag}-client-${number}-${turn}`;
      const queue = choice.next() < 0.5 ? { on_unreachable: 'queue' } : {};
      calls += 1;
      try {
        const made = await persist(client, method, { ...params, ...queue }, key);
        acknowledged.push({ key, operation_id: Number(made['operation_id']), kind });
        if (kind === 'instance.create') instances.push(Number(made['instance_id']));
        // Who follows the work leaves its queue short; who goes on at once fills it.
        if (choice.next() < options.follow())
          await follow(client, Number(made['operation_id']), () => stopping);
      } catch (error) {
        if (error instanceof ClientError && LATE.has(error.code))
          acknowledged.push({ key, operation_id: 0, kind });
        else
          faults.push(
            `${key} ${method}: ${error instanceof ClientError ? `${error.code} ${error.detail}` : String(error)}`,
          );
      }
      await pause(choice.between(0, 60));
    }
  };
  const running = Array.from({ length: options.clients }, (_item, index) => act(random.fork(), index + 1));
  return {
    acknowledged,
    faults,
    get calls() {
      return calls;
    },
    stop: async () => {
      stopping = true;
      await Promise.all(running);
    },
  };
}
