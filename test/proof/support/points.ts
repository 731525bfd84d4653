// Every place where the engine can be made to die, and the work that comes past it.
import type { Kind } from '../../../src/operations/kind.js';
import { kinds } from '../../../src/operations/kinds/index.js';
import type { Client } from '../../../src/client/client.js';
import type { Acknowledged } from './check.js';
import { persist } from './workload.js';

/** A place, and the kind of operation that has to pass it. */
export interface Point {
  /** As GANTRY_CRASH takes it. */
  place: string;
  kind: string;
}

/** Where a step of any kind can die; not every step passes all of them. */
const PASSAGES = ['before', 'accepted', 'noted', 'begun', 'ran', 'refreshed', 'committed'];

/** `committed` is passed only where more steps follow and something is to be written between them. */
const COMMITTED = new Set(['instance.create:create', 'instance.create:start', 'instance.unsuspend:lift']);

/** LXD does this within the request: there is no operation of its own to hear of. */
const AT_ONCE = new Set(['volume.attach:attach']);

/** Steps that die in the ways of another kind's: only where they differ. */
const FEW: Readonly<Record<string, readonly string[]>> = {
  'instance.unsuspend:lift': ['begun', 'committed'],
  'instance.unsuspend:start': ['noted', 'ran'],
};

/** In this order each kind leaves the instance as the next one needs it. */
const ORDER = [
  'instance.create',
  'instance.update',
  'snapshot.add',
  'snapshot.restore',
  'snapshot.delete',
  'volume.attach',
  'volume.detach',
  'instance.freeze',
  'instance.unfreeze',
  'instance.restart',
  'instance.suspend',
  'instance.unsuspend',
  'instance.stop',
  'instance.rename',
  'instance.start',
  'instance.delete',
];

/** All places of all kinds and steps, the kinds taking turns. */
export function allPoints(): Point[] {
  return takingTurns(inOrder().map(pointsOf));
}

/**
 * Every other place of one of several shares of the kinds: of neighbours the one has what the other leaves out, so
 * that each passage is met in half of the kinds.
 */
export function otherPoints(share: number, shares: number): Point[] {
  const all = inOrder();
  const each = Math.ceil(all.length / shares);
  const own = all.map((kind, rank) => pointsOf(kind).filter((_, index) => (index + rank) % 2 === 0));
  return takingTurns(own.slice(share * each, (share + 1) * each));
}

function inOrder(): Kind[] {
  return [...kinds].sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
}

function takingTurns(lists: readonly Point[][]): Point[] {
  const left = lists.map((own) => [...own]);
  const points: Point[] = [];
  while (left.some((own) => own.length > 0)) for (const own of left) points.push(...own.splice(0, 1));
  return points;
}

function pointsOf(kind: Kind): Point[] {
  const points: Point[] = [];
  for (const step of kind.steps) {
    for (const passage of PASSAGES) {
      const place = `${kind.name}:${step.name}:${passage}`;
      const named = `${kind.name}:${step.name}`;
      if (FEW[named]?.includes(passage) === false) continue;
      if (passage === 'committed' && !COMMITTED.has(named)) continue;
      if ((passage === 'accepted' || passage === 'noted') && AT_ONCE.has(named)) continue;
      points.push({ place, kind: kind.name });
    }
  }
  points.push({ place: 'finish:before', kind: kind.name }, { place: 'finish:after', kind: kind.name });
  return points;
}

/** Power an instance needs before a kind can work on it. */
const NEEDS: Readonly<Record<string, 'running' | 'stopped' | 'frozen'>> = {
  'instance.start': 'stopped',
  'instance.stop': 'running',
  'instance.restart': 'running',
  'instance.freeze': 'running',
  'instance.unfreeze': 'frozen',
  'instance.suspend': 'running',
  // Suspended, after it ran.
  'instance.unsuspend': 'running',
  'instance.update': 'running',
  'instance.rename': 'stopped',
  'instance.delete': 'running',
  'snapshot.add': 'running',
  'snapshot.restore': 'running',
  'snapshot.delete': 'running',
  'volume.attach': 'running',
  'volume.detach': 'running',
};

const VOLUME = { pool_name: 'default', volume_name: 'point-volume' };

/** Brings instances into the state the next point needs, and sends the call that comes past it. */
export class PointWork {
  readonly acknowledged: Acknowledged[] = [];
  private number = 0;
  private calls = 0;
  private id = 0;
  private power = 'none';
  private suspended = false;
  private volume = false;
  /** The volume is in the instance. */
  private attached = false;
  /** The snapshot there is, and whether the volume was in the instance then. */
  private snapshot: { name: string; attached: boolean } | null = null;

  constructor(
    private readonly client: () => Client,
    private readonly server_id: number,
  ) {}

  /** Makes everything ready; called while nothing is set to die. */
  async prepare(kind: string): Promise<void> {
    const wanted = NEEDS[kind];
    if (wanted === undefined) return;
    if (this.id === 0) {
      const made = await this.call('instance.add', 'instance.create', this.addition(false));
      this.id = Number(made['instance_id']);
      this.power = 'running';
    }
    if (this.suspended && kind !== 'instance.unsuspend') await this.suspend('unsuspend', true);
    if (kind === 'instance.unsuspend' && this.suspended) return;
    for (let turns = 0; this.power !== wanted && turns < 3; turns += 1) {
      const [status, next] =
        this.power === 'frozen'
          ? ['unfreeze', 'running']
          : this.power === 'stopped'
            ? ['start', 'running']
            : wanted === 'frozen'
              ? ['freeze', 'frozen']
              : ['stop-force', 'stopped'];
      await this.act(status, true);
      this.power = next;
    }
    if (kind === 'instance.unsuspend') await this.suspend('suspend', true);
    if (kind === 'snapshot.add' && this.snapshot !== null) await this.change('snapshot.delete', true);
    if ((kind === 'snapshot.restore' || kind === 'snapshot.delete') && this.snapshot === null) {
      await this.change('snapshot.add', true);
    }
    if (kind === 'volume.attach' && this.attached) await this.change('volume.detach', true);
    if (kind === 'volume.detach' && !this.attached) await this.change('volume.attach', true);
  }

  /** Sends the call; it is answered or not, as the process lives. */
  async send({ kind, place }: Point): Promise<void> {
    const instance_id = this.id;
    if (kind === 'instance.create') {
      const made = await this.call('instance.add', kind, this.addition(true), false);
      this.id = Number(made['instance_id']);
      this.power = 'running';
    } else if (kind === 'instance.update') {
      // A removed key makes it a full PUT, which LXD carries out in the background: there is a moment to die in.
      const instance_config = { 'user.turn': String(this.calls), [`user.gone`]: null };
      await this.call('instance.update', kind, { instance_id, instance_config }, false);
    } else if (kind === 'instance.delete') {
      this.id = 0;
      this.power = 'none';
      this.snapshot = null;
      this.attached = false;
      await this.call('instance.delete', kind, { instance_id, force: true }, false);
    } else if (!kind.startsWith('instance.')) {
      await this.change(kind, false);
    } else if (kind === 'instance.suspend' || kind === 'instance.unsuspend') {
      await this.suspend(kind === 'instance.suspend' ? 'suspend' : 'unsuspend', false);
    } else if (kind === 'instance.rename') {
      this.number += 1;
      await this.call(kind, kind, { instance_id, instance_rename: `point-${this.number}` }, false);
    } else {
      const word = kind.slice('instance.'.length);
      this.power =
        { start: 'running', stop: 'stopped', restart: 'running', freeze: 'frozen', unfreeze: 'running' }[
          word
        ] ?? '';
      // Without force LXD takes seconds: dying once it has the work, we are back while it is still at it.
      const slow = place.endsWith(':accepted') || place.endsWith(':noted');
      await this.act((word === 'stop' || word === 'restart') && !slow ? `${word}-force` : word, false);
    }
  }

  /** A call about the snapshot or the volume; its method is called like its kind. */
  private async change(kind: string, wait: boolean): Promise<void> {
    const params: Record<string, unknown> = { instance_id: this.id };
    if (kind.startsWith('volume.')) {
      if (!this.volume) {
        const made = { server_id: this.server_id, ...VOLUME };
        await persist(this.client(), 'volume.add', made, `point-call-${(this.calls += 1)}`);
        this.volume = true;
      }
      this.attached = kind === 'volume.attach';
      Object.assign(params, VOLUME, { server_id: this.server_id });
      if (this.attached) params['volume_path'] = '/srv/volume';
    } else {
      const old = this.snapshot;
      const name = old?.name ?? `snap-${(this.number += 1)}`;
      params['snapshot_name'] = name;
      if (kind === 'snapshot.add') this.snapshot = { name, attached: this.attached };
      else if (kind === 'snapshot.delete') this.snapshot = null;
      else this.attached = old?.attached === true;
    }
    await this.call(kind, kind, params, wait);
  }

  private addition(command: boolean): Record<string, unknown> {
    this.number += 1;
    return {
      server_id: this.server_id,
      instance_name: `point-${this.number}`,
      instance_image: 'busybox',
      ...(command ? { instance_command: 'echo once >> /root/command' } : {}),
    };
  }

  private async suspend(what: 'suspend' | 'unsuspend', wait: boolean): Promise<void> {
    this.suspended = what === 'suspend';
    this.power = this.suspended ? 'stopped' : 'running';
    await this.call(`instance.${what}`, `instance.${what}`, { instance_id: this.id }, wait);
  }

  private act(instance_status: string, wait: boolean): Promise<Record<string, unknown>> {
    const kind = `instance.${instance_status.split('-')[0] ?? ''}`;
    return this.call('instance.action', kind, { instance_id: this.id, instance_status }, wait);
  }

  private async call(
    method: string,
    kind: string,
    params: Record<string, unknown>,
    wait = true,
  ): Promise<Record<string, unknown>> {
    const key = `point-call-${(this.calls += 1)}`;
    const made = await persist(this.client(), method, { ...params, ...(wait ? { wait: 30 } : {}) }, key);
    this.acknowledged.push({ key, operation_id: Number(made['operation_id']), kind });
    return made;
  }
}
