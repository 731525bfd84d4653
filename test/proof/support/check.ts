// The invariants of the crash proof, checked against the database file, the real LXD and what clients were told.
import type { LxdDaemon } from '../../support/lxd.js';
import { until } from '../../support/until.js';
import type { House } from './house.js';
import { type EventEntry, type Ledger, type OperationEntry, openOperations, readLedger } from './ledger.js';
import type { Lifecycle } from './lifecycle.js';
import { type Reader, faultsOf } from './reader.js';

/** A call and what its client was told. */
export interface Acknowledged {
  key: string;
  /** 0 when the call was refused. */
  operation_id: number;
  kind: string;
}

export interface Evidence {
  house: House;
  daemon: LxdDaemon;
  lifecycle: Lifecycle;
  readers: readonly Reader[];
  acknowledged: readonly Acknowledged[];
}

/** The event a successful operation must have, once, under its own number. */
const EVENT_OF: Readonly<Record<string, string>> = {
  'instance.create': 'instance.created',
  'instance.update': 'instance.updated',
  'instance.delete': 'instance.deleted',
  'instance.start': 'instance.started',
  'instance.stop': 'instance.stopped',
  'instance.restart': 'instance.restarted',
  'instance.freeze': 'instance.frozen',
  'instance.unfreeze': 'instance.unfrozen',
  'instance.rename': 'instance.renamed',
  'instance.suspend': 'instance.suspended',
  'instance.unsuspend': 'instance.unsuspended',
  'snapshot.add': 'snapshot.created',
  'snapshot.restore': 'snapshot.restored',
  'snapshot.delete': 'snapshot.deleted',
  'volume.attach': 'volume.attached',
  'volume.detach': 'volume.detached',
};

/** Refusals that are the truth of the moment: someone else was first. */
const HONEST = new Set(['bad_state', 'not_found', 'cancelled']);

/** LXD's lifecycle words, and which of our events each has to match one to one. */
const DONE_BY: Readonly<Record<string, readonly string[]>> = {
  'instance.created': ['created'],
  'instance.updated': ['updated'],
  'instance.deleted': ['deleted'],
  'instance.started': ['started'],
  'instance.stopped': ['stopped', 'shutdown'],
  'instance.restarted': ['restarted'],
  'instance.frozen': ['paused'],
  'instance.unfrozen': ['resumed'],
  'instance.renamed': ['renamed'],
  'snapshot.created': ['snapshot-created'],
  'snapshot.restored': ['restored'],
  'snapshot.deleted': ['snapshot-deleted'],
};

/** What LXD tells of running instances by the way, once per each of the other: it freezes to copy, and starts what it restored. */
const BY_THE_WAY: Readonly<Record<string, string>> = {
  'instance.frozen': 'snapshot-created',
  'instance.unfrozen': 'snapshot-created',
  'instance.started': 'restored',
};

/** Waits until nothing is open; the problem when it does not end. */
export async function settled(house: House, timeout_ms = 180_000): Promise<string[]> {
  try {
    await until(() => openOperations(house.database) === 0, { timeout_ms, what: 'all operations to end' });
    return [];
  } catch {
    const open = readLedger(house.database).operations.filter(
      ({ status }) => status === 'pending' || status === 'running',
    );
    return open.map(
      (row) => `operation ${row.id} (${row.kind}, step ${row.step || 'none'}) did not end: ${row.status}`,
    );
  }
}

/** Everything that is wrong; call it when nothing is open any more. [] means that all invariants hold. */
export async function check(evidence: Evidence): Promise<string[]> {
  const { house, readers } = evidence;
  const ledger = readLedger(house.database);
  const faults: string[] = [];
  if (ledger.integrity !== 'ok') faults.push(`integrity_check: ${ledger.integrity}`);
  faults.push(...numbers(ledger), ...operations(ledger), ...acknowledgements(ledger, evidence.acknowledged));
  const visible = ledger.events.filter(({ retention }) => retention === 'event').map(({ id }) => id);
  const head = visible.at(-1) ?? 0;
  for (const reader of readers) {
    await until(() => (reader.ids.at(-1) ?? 0) >= head || reader.failure !== null, {
      timeout_ms: 20_000,
    }).catch(() => undefined);
    faults.push(...faultsOf(reader, visible));
  }
  faults.push(...(await once(ledger, evidence.lifecycle)));
  faults.push(...(await agreement(ledger, evidence.daemon)));
  return faults;
}

/** The log itself: 1, 2, 3, ... without a hole. */
function numbers(ledger: Ledger): string[] {
  const hole = ledger.events.findIndex(({ id }, index) => id !== index + 1);
  return hole === -1 ? [] : [`the log has a hole before number ${ledger.events[hole]?.id ?? 0}`];
}

function operations(ledger: Ledger): string[] {
  const faults: string[] = [];
  const byOperation = new Map<number, EventEntry[]>();
  for (const event of ledger.events) {
    if (event.retention !== 'event') continue;
    if (event.operation_id === null) {
      // Nobody but Gantry works on this host: what happened, happened for an operation.
      if (event.type.startsWith('instance.'))
        faults.push(`event ${event.id} ${event.type} belongs to no operation`);
      continue;
    }
    byOperation.set(event.operation_id, [...(byOperation.get(event.operation_id) ?? []), event]);
  }
  for (const row of ledger.operations) faults.push(...operation(row, byOperation.get(row.id) ?? []));
  return faults;
}

function operation(row: OperationEntry, events: readonly EventEntry[]): string[] {
  const name = `operation ${row.id} (${row.kind})`;
  const types = events.map(({ type }) => type);
  const times = (type: string): number => types.filter((one) => one === type).length;
  const faults: string[] = [];
  if (row.status === 'pending' || row.status === 'running') return [`${name} did not end`];
  if (times('operation.created') !== 1)
    faults.push(`${name}: operation.created ${times('operation.created')} times`);
  if (times('operation.finished') !== 1)
    faults.push(`${name}: operation.finished ${times('operation.finished')} times`);
  if (types[0] !== 'operation.created' || types.at(-1) !== 'operation.finished') {
    faults.push(`${name}: its events are not in order: ${types.join(' ')}`);
  }
  const twice = [...new Set(types)].filter((type) => times(type) > 1);
  if (twice.length > 0) faults.push(`${name}: told twice: ${twice.join(' ')}`);
  if (row.status !== 'success') {
    if (!HONEST.has(row.error_code)) faults.push(`${name} failed: ${row.error_code} ${row.error}`);
    return faults;
  }
  const wanted = [EVENT_OF[row.kind] ?? ''];
  const input = JSON.parse(row.input) as { start?: boolean; command?: string };
  if (row.kind === 'instance.create' && input.start === true) wanted.push('instance.started');
  for (const type of wanted)
    if (times(type) !== 1) faults.push(`${name} succeeded without ${type}: ${types.join(' ')}`);
  const told = events.findLast(({ type }) => type === 'operation.finished');
  const status = (JSON.parse(told?.data ?? '{}') as { status?: string }).status;
  if (status !== row.status) faults.push(`${name} is ${row.status}, its event says ${status}`);
  return faults;
}

function acknowledgements(ledger: Ledger, acknowledged: readonly Acknowledged[]): string[] {
  const faults: string[] = [];
  const byId = new Map(ledger.operations.map((row) => [row.id, row]));
  const byKey = new Map<string, OperationEntry[]>();
  for (const row of ledger.operations) {
    if (row.request_id !== '') byKey.set(row.request_id, [...(byKey.get(row.request_id) ?? []), row]);
  }
  for (const [key, rows] of byKey) {
    if (rows.length > 1) faults.push(`call ${key} made operations ${rows.map(({ id }) => id).join(' and ')}`);
  }
  for (const { key, operation_id, kind } of acknowledged) {
    const made = byKey.get(key)?.[0];
    if (operation_id === 0) {
      if (made !== undefined) faults.push(`call ${key} was refused, yet made operation ${made.id}`);
      continue;
    }
    const row = byId.get(operation_id);
    if (row === undefined) faults.push(`operation ${operation_id} was acknowledged and is lost`);
    else if (row.kind !== kind || made?.id !== operation_id) {
      faults.push(
        `call ${key} (${kind}) was answered with operation ${operation_id} (${row.kind}), made ${made?.id}`,
      );
    }
  }
  return faults;
}

/** Each thing the log tells was done by LXD exactly so often; a command was run at most once. */
async function once(ledger: Ledger, lifecycle: Lifecycle): Promise<string[]> {
  const find = (): string[] => {
    const faults: string[] = [];
    // A restart of a frozen instance is told as unfrozen and restarted; LXD has one word for both.
    const numbersOf = (wanted: string): ReadonlySet<number> =>
      new Set(ledger.operations.filter(({ kind }) => kind === wanted).map(({ id }) => id));
    // And that a restore changes the configuration is told as updated.
    const unlike: Readonly<Record<string, ReadonlySet<number>>> = {
      'instance.unfrozen': numbersOf('instance.restart'),
      'instance.updated': numbersOf('snapshot.restore'),
    };
    for (const row of ledger.instances) {
      const own = ledger.events.filter(({ instance_id }) => instance_id === row.id);
      for (const [type, words] of Object.entries(DONE_BY)) {
        const told = own.filter(
          (event) => event.type === type && unlike[type]?.has(event.operation_id ?? 0) !== true,
        ).length;
        const done =
          words.reduce((sum, word) => sum + lifecycle.count(row.lxd_name, word), 0) -
          lifecycle.count(row.lxd_name, BY_THE_WAY[type] ?? '');
        if (told !== done) {
          faults.push(
            `${row.lxd_name}: ${type} was told ${told} times, LXD did it ${done} times (${lifecycle.of(row.lxd_name)})`,
          );
        }
      }
      const commands = ledger.operations.filter(
        ({ kind, instance_id, input }) =>
          kind === 'instance.create' &&
          instance_id === row.id &&
          (JSON.parse(input) as { command?: string }).command,
      ).length;
      const ran = lifecycle.count(row.lxd_name, 'exec');
      if (ran > commands) faults.push(`${row.lxd_name}: its command was run ${ran} times`);
    }
    const known = new Set(ledger.instances.map(({ lxd_name }) => lxd_name));
    for (const name of lifecycle.names())
      if (!known.has(name)) faults.push(`LXD had an instance ${name} without a row`);
    return faults;
  };
  // LXD tells of a deletion a moment after it has finished.
  await until(() => find().length === 0, { timeout_ms: 2_000 }).catch(() => undefined);
  return find();
}

interface Listed {
  name: string;
  status: string;
  config: Record<string, string>;
  description: string;
  profiles: string[];
  devices: Record<string, object>;
}

interface View {
  config?: Record<string, string>;
  profiles?: string[];
}

interface Input {
  update?: { config?: Record<string, string | null> };
  snapshot?: string;
  volume?: string;
}

/** Rows and host name the same instances, in the same power state, with the configuration last accepted. */
async function agreement(ledger: Ledger, daemon: LxdDaemon): Promise<string[]> {
  const listed = JSON.parse(await daemon.lxc('list', '--format', 'json')) as Listed[];
  const faults: string[] = [];
  const live = ledger.instances.filter(({ deleted_at }) => deleted_at === null);
  for (const { name } of listed) {
    if (!live.some((row) => row.lxd_name === name))
      faults.push(`${name} is on the host and has no row (orphan)`);
  }
  for (const row of live) {
    const seen = listed.find(({ name }) => name === row.lxd_name);
    if (seen === undefined) {
      faults.push(`${row.lxd_name} has a row (${row.state}) and is not on the host`);
      continue;
    }
    if (row.state !== 'ready') faults.push(`${row.lxd_name} is ${row.state}, though nothing is under way`);
    if (seen.status.toLowerCase() !== row.power_state) {
      faults.push(`${row.lxd_name} is ${seen.status} on the host and ${row.power_state} in its row`);
    }
    if (seen.config['user.gantry.uuid'] !== row.uuid)
      faults.push(`${row.lxd_name} carries another uuid than its row`);
    faults.push(...configuration(ledger, row.id, seen, JSON.parse(row.host_view) as View));
  }
  const names = live.map(({ lxd_name }) => lxd_name);
  if (new Set(names).size !== names.length) faults.push('two rows name one instance');
  return faults;
}

function configuration(ledger: Ledger, instance_id: number, seen: Listed, view: View): string[] {
  const faults: string[] = [];
  const wanted = wantedOf(ledger, instance_id);
  for (const [key, value] of wanted) {
    const device = DEVICE.exec(key)?.[1];
    const now = device === undefined ? seen.config[key] : seen.devices[device] && 'attached';
    if ((now ?? null) !== value) {
      faults.push(`${seen.name}: ${key} is ${now ?? 'absent'} on the host, last accepted was ${value}`);
    }
  }
  for (const [key, value] of Object.entries(view.config ?? {})) {
    if (seen.config[key] !== value)
      faults.push(`${seen.name}: ${key} is ${value} in the row, ${seen.config[key]} on the host`);
  }
  return faults;
}

const DEVICE = /^device (.+)$/;

/** What the operations that succeeded have made of keys and of volumes (as `device NAME`), one after another. */
function wantedOf(ledger: Ledger, instance_id: number): Map<string, string | null> {
  let wanted = new Map<string, string | null>();
  const snapshots = new Map<string, Map<string, string | null>>();
  for (const row of ledger.operations) {
    if (row.instance_id !== instance_id || row.status !== 'success') continue;
    const { update, snapshot = '', volume = '' } = JSON.parse(row.input) as Input;
    if (row.kind === 'instance.update') {
      for (const [key, value] of Object.entries(update?.config ?? {})) wanted.set(key, value);
    } else if (row.kind === 'volume.attach') wanted.set(`device ${volume}`, 'attached');
    else if (row.kind === 'volume.detach') wanted.set(`device ${volume}`, null);
    else if (row.kind === 'snapshot.add') snapshots.set(snapshot, new Map(wanted));
    else if (row.kind === 'snapshot.restore') {
      const gone = [...wanted.keys()].map((key): [string, null] => [key, null]);
      wanted = new Map([...gone, ...(snapshots.get(snapshot) ?? [])]);
    }
  }
  return wanted;
}
