// REL-72: many clients update one instance at once; Gantry queues what LXD alone refuses.
import { Agent } from 'undici';
import type { LxdDaemon } from '../../support/lxd.js';
import type { House } from './house.js';
import { readLedger } from './ledger.js';

export interface QueueFinding {
  updates: number;
  /** Successes through Gantry. */
  successes: number;
  /** Successes of the same number of writers that speak to LXD directly. */
  bare: number;
  seconds: number;
  bareSeconds: number;
  /** What the bare writers were told, with how often. */
  refusals: string[];
  faults: string[];
}

interface Entity {
  metadata: Record<string, unknown> & { config: Record<string, string> };
}

/** Eight programs without a queue: read, change, write back, wait. */
async function bareWriters(
  daemon: LxdDaemon,
  name: string,
  clients: number,
  each: number,
): Promise<{ successes: number; refusals: Map<string, number> }> {
  const dispatcher = new Agent({ connect: { socketPath: daemon.socket } });
  const refusals = new Map<string, number>();
  let successes = 0;
  const ask = async (
    method: 'GET' | 'PUT',
    path: string,
    body?: unknown,
  ): Promise<Record<string, unknown>> => {
    const { body: answer } = await dispatcher.request({
      origin: 'http://localhost',
      path,
      method,
      body: body === undefined ? null : JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
  const writer = async (number: number): Promise<void> => {
    for (let turn = 1; turn <= each; turn += 1) {
      const { metadata } = (await ask('GET', `/1.0/instances/${name}`)) as unknown as Entity;
      metadata.config['user.bare'] = `${number}.${turn}`;
      const begun = await ask('PUT', `/1.0/instances/${name}`, metadata);
      let refusal = typeof begun['error'] === 'string' ? begun['error'] : '';
      if (refusal === '') {
        const ended = (await ask('GET', `${String(begun['operation'])}/wait`)) as {
          metadata?: { err?: string };
        };
        refusal = ended.metadata?.err ?? '';
      }
      if (refusal === '') successes += 1;
      else refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, (_item, index) => writer(index + 1)));
  } finally {
    await dispatcher.close();
  }
  return { successes, refusals };
}

/** Runs both; the instance must exist and be `instance_id` in this house. */
export async function proveQueue(
  stage: { house: House; daemon: LxdDaemon },
  target: { instance_id: number; name: string },
  clients: number,
  each: number,
): Promise<QueueFinding> {
  const { house, daemon } = stage;
  const faults: string[] = [];
  const answers: { operation_id: number; position: number }[] = [];
  const started = performance.now();
  const client = async (number: number): Promise<void> => {
    const caller = house.client({ timeout_ms: 600_000 });
    const own: number[] = [];
    for (let turn = 1; turn <= each; turn += 1) {
      const { data } = await caller.request('instance.update', {
        instance_id: target.instance_id,
        instance_config: { 'user.turn': `${number}.${turn}`, [`user.client${number}`]: String(turn) },
      });
      const attributes = Array.isArray(data) ? {} : data.attributes;
      const operation_id = Number(attributes['operation_id']);
      own.push(operation_id);
      answers.push({ operation_id, position: Number(attributes['operation_position']) });
    }
    for (const operation_id of own) {
      let ended = false;
      while (!ended) {
        const { data } = await caller.request('operation.get', { operation_id, wait: 60 });
        ended = !Array.isArray(data) && data.attributes['finished_at'] !== null;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, (_item, index) => client(index + 1)));
  const seconds = (performance.now() - started) / 1000;

  const ledger = readLedger(house.database);
  const asked = new Set(answers.map(({ operation_id }) => operation_id));
  const rows = ledger.operations.filter(({ id }) => asked.has(id));
  const successes = rows.filter(({ status }) => status === 'success').length;
  for (const row of rows)
    if (row.status !== 'success') faults.push(`operation ${row.id}: ${row.error_code} ${row.error}`);
  const last = rows.at(-1);
  const wanted =
    (JSON.parse(last?.input ?? '{}') as { update?: { config?: Record<string, string> } }).update?.config ??
    {};
  for (const [key, value] of Object.entries(wanted)) {
    const seen = (await daemon.lxc('config', 'get', target.name, key)).trim();
    if (seen !== value) faults.push(`${key} is ${seen} on the host, the last accepted update said ${value}`);
  }
  const finished = ledger.events.filter(
    ({ type, operation_id }) =>
      type === 'operation.finished' && operation_id !== null && asked.has(operation_id),
  );
  const order = finished.map(({ operation_id }) => operation_id ?? 0);
  if (order.some((id, index) => index > 0 && id < (order[index - 1] ?? 0)))
    faults.push('not carried out in the order accepted');
  if (clients > 1 && !answers.some(({ position }) => position > 0))
    faults.push('no answer showed a position in the queue');

  const bareStarted = performance.now();
  const bare = await bareWriters(daemon, target.name, clients, each);
  return {
    updates: clients * each,
    successes,
    bare: bare.successes,
    seconds,
    bareSeconds: (performance.now() - bareStarted) / 1000,
    refusals: [...bare.refusals]
      .sort(([, a], [, b]) => b - a)
      .map(([text, count]) => `${count} x ${text.slice(0, 120)}`),
    faults,
  };
}

/** The two figures as lines. */
export function queueLines(finding: QueueFinding): string[] {
  const share = (count: number): string =>
    `${count} of ${finding.updates} (${((100 * count) / finding.updates).toFixed(0)} %)`;
  return [
    `through Gantry: ${share(finding.successes)} updates succeeded, ${finding.seconds.toFixed(1)} s`,
    `bare LXD, no queue: ${share(finding.bare)} updates succeeded, ${finding.bareSeconds.toFixed(1)} s`,
    ...finding.refusals.slice(0, 3).map((line) => `  bare LXD said ${line}`),
    ...finding.faults.map((fault) => `WRONG ${fault}`),
  ];
}
