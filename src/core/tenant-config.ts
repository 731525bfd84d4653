// What of an instance's configuration a tenant may set (SEC-24): lists by key; administrators may set anything.
import { AppError } from '../errors.js';
import type { Devices } from '../providers/provider.js';

const CONFIG_ALLOWED = [
  /^boot\.(autostart|autostart\.delay|autostart\.priority|host_shutdown_timeout|stop\.priority)$/,
  /^cloud-init\.(user-data|vendor-data|network-config)$/,
  /^environment\.[A-Za-z_][A-Za-z0-9_]*$/,
  /^limits\.(cpu|cpu\.allowance|cpu\.priority|memory|memory\.enforce|memory\.swap|processes|disk\.priority|network\.priority)$/,
  // Not the pattern of their names: it is a template that old hosts render with access to their files (CVE-2025-54287).
  /^snapshots\.(schedule|schedule\.stopped|expiry)$/,
  /^user\.(?!gantry\.)[A-Za-z0-9._-]+$/,
  /^security\.protection\.(delete|shift)$/,
];
const MANY_LINES = /^(cloud-init|user)\./;
const CONTROL = /\p{Cc}/u;
/** Set by Gantry alone; a caller's value would let one instance pass for another. */
const CONFIG_NEVER = [/^volatile\./, /^user\.gantry\./];

const NIC_ALLOWED = new Set([
  'type',
  'network',
  'name',
  'hwaddr',
  'ipv4.address',
  'ipv6.address',
  'limits.ingress',
  'limits.egress',
  'limits.max',
  'boot.priority',
]);
const DISK_ALLOWED = new Set([
  'type',
  'pool',
  'path',
  'size',
  'limits.read',
  'limits.write',
  'limits.max',
  'boot.priority',
  'readonly',
]);

export interface TenantCheck {
  config?: Record<string, string | null> | undefined;
  devices?: Record<string, Record<string, string> | null> | undefined;
  /** What stands already: sent back unchanged it is fine. */
  present: { config: Record<string, string>; devices: Devices };
  admin: boolean;
}

function refuse(field: string, key: string, why: string): AppError {
  const detail = `${field}: ${key} ${why}`;
  return new AppError('forbidden', detail, {
    faults: [{ detail, pointer: `/${field}/${key.replaceAll('/', '~1')}` }],
  });
}

/** Throws `forbidden` naming the key; returns the keys that only an administrator may set, for the audit row. */
export function checkTenantConfig(check: TenantCheck): string[] {
  const privileged: string[] = [];
  for (const [key, value] of Object.entries(check.config ?? {})) {
    if (CONFIG_NEVER.some((pattern) => pattern.test(key))) {
      if ((check.present.config[key] ?? null) === value) continue;
      throw refuse('instance_config', key, 'is kept by the server and Gantry');
    }
    if ((check.present.config[key] ?? null) === value) continue;
    if (CONFIG_ALLOWED.some((pattern) => pattern.test(key))) {
      // A line end in what becomes a line of the container's own configuration would begin another one.
      if (check.admin || MANY_LINES.test(key) || !CONTROL.test(value ?? '')) continue;
      throw refuse('instance_config', key, 'must be a single line');
    }
    if (!check.admin) throw refuse('instance_config', key, 'may only be set by an administrator');
    privileged.push(key);
  }
  for (const [name, device] of Object.entries(check.devices ?? {})) {
    const now = check.present.devices[name];
    if (device === null) {
      continue;
    }
    if (now !== undefined && same(now, device)) continue;
    const why = deviceFault(device);
    if (why === null) continue;
    if (!check.admin) throw refuse('instance_devices', name, why);
    privileged.push(`device ${name}`);
  }
  return privileged;
}

function same(a: Record<string, string>, b: Record<string, string>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Why a tenant may not have this device; null when it is fine. */
function deviceFault(device: Record<string, string>): string | null {
  if (Object.values(device).some((value) => CONTROL.test(value)))
    return 'has a value that is not a single line';
  const type = device['type'];
  if (type === 'none') return null;
  if (type === 'nic') {
    if (device['network'] === undefined) return 'must name a managed network (key network)';
    const extra = Object.keys(device).find((key) => !NIC_ALLOWED.has(key));
    return extra === undefined ? null : `has ${extra}, which only an administrator may set`;
  }
  if (type === 'disk') {
    if (device['path'] !== '/' || device['source'] !== undefined) {
      return 'is a disk other than the root, which only an administrator may set';
    }
    const extra = Object.keys(device).find((key) => !DISK_ALLOWED.has(key));
    return extra === undefined ? null : `has ${extra}, which only an administrator may set`;
  }
  return `is of type ${type ?? '(none)'}, which only an administrator may set`;
}
