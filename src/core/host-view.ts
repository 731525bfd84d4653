// The part of what a host says of an instance that we keep: finished JSON, compared as text.
import type { Devices, HostInstance } from '../providers/provider.js';

/** What `instances.host_view` holds. */
export interface HostView {
  architecture: string;
  description: string;
  profiles: string[];
  /** Own configuration, without the host's volatile keys. */
  config: Record<string, string>;
  devices: Devices;
  /** Limits and devices with the profiles' ones mixed in. */
  limits: Record<string, string>;
  expanded_devices: Devices;
  image_os: string;
  image_version: string;
}

function sorted<T>(
  record: Record<string, T>,
  keep: (key: string) => boolean = () => true,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([key]) => keep(key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Builds the view with its keys in a fixed order. */
export function hostView(instance: HostInstance): HostView {
  return {
    architecture: instance.architecture,
    description: instance.description,
    profiles: instance.profiles,
    config: sorted(instance.config, (key) => !key.startsWith('volatile.')),
    devices: sorted(instance.devices),
    limits: sorted(instance.expanded_config, (key) => key.startsWith('limits.')),
    expanded_devices: sorted(instance.expanded_devices),
    image_os: instance.config['image.os'] ?? '',
    image_version: instance.config['image.release'] ?? instance.config['image.version'] ?? '',
  };
}

/** Reads the views of rows, each row once: rows are kept by the database until they change. */
export function hostViews(): (row: { host_view: string }) => HostView {
  const known = new WeakMap<object, HostView>();
  return (row) => {
    let view = known.get(row);
    if (view === undefined) known.set(row, (view = readHostView(row.host_view)));
    return view;
  };
}

/** Reads a stored view; a row that the host has not shown yet has an empty one. */
export function readHostView(text: string): HostView {
  const stored = JSON.parse(text) as Partial<HostView>;
  return {
    architecture: stored.architecture ?? '',
    description: stored.description ?? '',
    profiles: stored.profiles ?? [],
    config: stored.config ?? {},
    devices: stored.devices ?? {},
    limits: stored.limits ?? {},
    expanded_devices: stored.expanded_devices ?? {},
    image_os: stored.image_os ?? '',
    image_version: stored.image_version ?? '',
  };
}

const UNITS: Record<string, number> = {
  '': 1 / 1048576,
  b: 1 / 1048576,
  kb: 1000 / 1048576,
  mb: 1_000_000 / 1048576,
  gb: 1_000_000_000 / 1048576,
  tb: 1_000_000_000_000 / 1048576,
  kib: 1 / 1024,
  mib: 1,
  gib: 1024,
  tib: 1_048_576,
};

/** MiB of a size as a host writes it (`512MiB`, `1GB`, plain bytes); null for a share (`50%`) or none. */
export function sizeMb(text: string | undefined): number | null {
  const match = /^([0-9]+)\s*([A-Za-z]*)$/.exec(text ?? '');
  const factor = UNITS[(match?.[2] ?? '').toLowerCase()];
  if (match === null || factor === undefined) return null;
  return Math.round(Number(match[1]) * factor);
}

/** Number of CPUs of `limits.cpu`: a count, or a set such as `0-3,5`. */
export function cpuCount(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  if (/^[0-9]+$/.test(text)) return Number(text);
  let count = 0;
  for (const part of text.split(',')) {
    const [from, to] = part.split('-').map(Number);
    if (from === undefined || Number.isNaN(from)) return null;
    if (to !== undefined && !(to >= from)) return null;
    count += to === undefined ? 1 : to - from + 1;
  }
  return count;
}
