// Turns LXD's operation objects into ours and keeps them monotone: LXD sends each event from its own goroutine, so a
// status may go backwards, even after the end (REL-63).
import type { HostEvent, InstanceRef, Progress } from '../provider.js';
import { cleanText } from './errors.js';
import { number, record, text, texts, time, type Json } from './types.js';

export type OperationStatus = Extract<HostEvent, { kind: 'operation' }>['status'];
export type OperationEvent = Extract<HostEvent, { kind: 'operation' }>;

const STATUS: Record<number, OperationStatus> = {
  100: 'running',
  103: 'running',
  104: 'running', // Cancelling: not over yet
  105: 'pending',
  200: 'success',
  400: 'failure',
  401: 'cancelled',
};
const RANK: Record<OperationStatus, number> = {
  pending: 0,
  running: 1,
  success: 2,
  failure: 2,
  cancelled: 2,
};

// A year of operations must not pile up here, and an end is remembered far longer than LXD's 5 seconds.
const REMEMBERED = 2_000;

/** Our status for an operation object, null when it names none we know. */
export function statusOf(operation: Json): OperationStatus | null {
  return STATUS[number(operation['status_code'], -1)] ?? null;
}

/** True when nothing more can come. */
export function isFinal(status: OperationStatus): boolean {
  return RANK[status] === 2;
}

/** Path and project of one of LXD's object URLs; null for what is none. */
export function parseUrl(url: string): { segments: string[]; project: string | null } | null {
  if (!url.startsWith('/')) return null;
  try {
    const parsed = new URL(url, 'http://host.invalid');
    if (parsed.host !== 'host.invalid') return null;
    const segments = parsed.pathname.split('/').slice(1).map(decodeURIComponent);
    return { segments, project: parsed.searchParams.get('project') };
  } catch {
    return null;
  }
}

/** The instance an object URL (its own or one below it) belongs to, null for other objects. */
export function instanceOf(url: string, project: string): InstanceRef | null {
  const parsed = parseUrl(url);
  const [version, noun, name] = parsed?.segments ?? [];
  if (version !== '1.0' || name === undefined || name === '') return null;
  if (noun !== 'instances' && noun !== 'containers' && noun !== 'virtual-machines') return null;
  return { project: parsed?.project ?? project, name };
}

/** The instances an operation works on. 5.0.2 names them without a project, so `project` is the operation's own. */
export function instancesOf(operation: Json, project: string): InstanceRef[] {
  const resources = record(operation['resources']);
  const refs = new Map<string, InstanceRef>();
  for (const noun of ['instances', 'containers', 'virtual-machines']) {
    for (const url of texts(resources[noun])) {
      const ref = instanceOf(url, project);
      if (ref !== null) refs.set(`${ref.project}/${ref.name}`, ref);
    }
  }
  return [...refs.values()];
}

/** What an operation's metadata says of its progress; undefined when it says nothing. */
export function progressOf(operation: Json): Progress | undefined {
  const metadata = record(operation['metadata']);
  const key = Object.keys(metadata).find(
    (name) => name.endsWith('_progress') && typeof metadata[name] === 'string',
  );
  if (key === undefined) return undefined;
  const shown = text(metadata[key]);
  const details = record(metadata['progress']);
  const percent = Number(text(details['percent']) || (/(\d{1,3})\s?%/.exec(shown)?.[1] ?? Number.NaN));
  if (!Number.isFinite(percent)) return undefined;
  const stage = key.replace(/_progress$/, '').replace(/^create_instance_from_image_/, '');
  return { percent: Math.min(100, Math.max(0, percent)), stage: stage.slice(0, 64), text: cleanText(shown) };
}

interface Seen {
  rank: number;
  final: boolean;
  percent: number;
  downloading: boolean;
}

/** Remembers how far each operation was and lets nothing go backwards. */
export class Tracker {
  private readonly seen = new Map<string, Seen>();

  /** The event to pass on, or null when this frame says less than what was said before. */
  accept(operation: Json, project: string, at: number): OperationEvent | null {
    const id = text(operation['id']);
    const status = statusOf(operation);
    if (id === '' || status === null) return null;
    const before = this.seen.get(id);
    const rank = RANK[status];
    if (before !== undefined && (before.final || rank < before.rank)) return null;
    const now: Seen = before ?? { rank: -1, final: false, percent: -1, downloading: false };
    const progress = this.raise(now, progressOf(operation), operation);
    if (rank === now.rank && progress === undefined) return null;
    now.rank = rank;
    now.final = isFinal(status);
    this.remember(id, now);
    const event: OperationEvent = {
      kind: 'operation',
      id,
      status,
      instances: instancesOf(operation, project),
      at,
    };
    if (progress !== undefined) event.progress = progress;
    const failure = text(operation['err']);
    if (failure !== '') event.error = cleanText(failure);
    return event;
  }

  private raise(now: Seen, progress: Progress | undefined, operation: Json): Progress | undefined {
    if (progress === undefined) return undefined;
    // Creating from a remote image downloads and then unpacks, each from 0 to 100: half the way each.
    const creating = text(operation['description']) === 'Creating instance';
    if (creating && progress.stage === 'download') now.downloading = true;
    // Of a split image the small metadata file comes first, from 0 to 100 by itself: it is no part of the way.
    let percent = /^metadata:/.test(progress.text) ? 0 : progress.percent;
    if (now.downloading) percent = progress.stage === 'download' ? percent / 2 : 50 + percent / 2;
    percent = Math.floor(percent);
    if (percent <= now.percent) return undefined;
    now.percent = percent;
    return { ...progress, percent };
  }

  private remember(id: string, seen: Seen): void {
    this.seen.delete(id);
    this.seen.set(id, seen);
    if (this.seen.size <= REMEMBERED) return;
    const oldest = this.seen.keys().next();
    if (oldest.done !== true) this.seen.delete(oldest.value);
  }
}

/** One frame of the event socket in our words; null for what says nothing new or nothing at all. */
export function toEvent(frame: Json, tracker: Tracker, now: number): HostEvent | null {
  const metadata = record(frame['metadata']);
  const project = text(frame['project']) || 'default';
  const at = time(frame['timestamp']) || now;
  if (frame['type'] === 'operation') return tracker.accept(metadata, project, at);
  if (frame['type'] !== 'lifecycle') return null;
  const action = text(metadata['action']);
  if (action === '') return null;
  const ref = instanceOf(text(metadata['source']), project);
  if (ref === null || !action.startsWith('instance-')) return { kind: 'other', action, at };
  const oldName = text(record(metadata['context'])['old_name']);
  const event: HostEvent = { kind: 'instance', ref, action: action.slice('instance-'.length), at };
  return oldName === '' ? event : { ...event, old_name: oldName };
}
