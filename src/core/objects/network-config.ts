// What of a network's configuration an owner who is no administrator may set (SEC-24): lists by key.
import { AppError } from '../../errors.js';

const ALLOWED = [
  /^ipv[46]\.(address|nat|nat\.order|dhcp|dhcp\.ranges|dhcp\.expiry|dhcp\.gateway|dhcp\.stateful|firewall|routing)$/,
  /^dns\.(domain|mode|search)$/,
  /^bridge\.(mtu|hwaddr|driver)$/,
  /^user\.[A-Za-z0-9._-]+$/,
];
const CONTROL = /\p{Cc}/u;

/** A change of a network's configuration. */
export interface NetworkCheck {
  type: string;
  /** Keys to set; null removes one. */
  config: Record<string, string | null>;
  /** What stands already: sent back unchanged it is fine. */
  present: Record<string, string>;
  admin: boolean;
}

/** Throws `forbidden` naming the key; returns the keys that only an administrator may set, for the audit row. */
export function checkNetworkConfig({ type, config, present, admin }: NetworkCheck): string[] {
  const privileged: string[] = [];
  if (type !== 'bridge') {
    if (!admin) throw refuse('network_type', `${type} may only be used by an administrator`, '/network_type');
    privileged.push(`type ${type}`);
  }
  for (const [key, value] of Object.entries(config)) {
    if ((present[key] ?? null) === value) continue;
    const pointer = `/network_config/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (ALLOWED.some((pattern) => pattern.test(key))) {
      // These end up in the configuration of the name server, where a line end would begin another setting.
      if (CONTROL.test(value ?? '')) throw refuse(`network_config: ${key}`, 'must be a single line', pointer);
      continue;
    }
    if (!admin) throw refuse(`network_config: ${key}`, 'may only be set by an administrator', pointer);
    privileged.push(key);
  }
  return privileged;
}

function refuse(what: string, why: string, pointer: string): AppError {
  const detail = `${what} ${why}`;
  return new AppError('forbidden', detail, { faults: [{ detail, pointer }] });
}
