// Params as an audit row may keep them: secrets masked at any depth, long texts cut (SEC-10, SEC-80).
import type { AuditDraft } from '../core/access.js';

const SECRET_WORDS = new Set([
  'password',
  'passphrase',
  'token',
  'secret',
  'key',
  'authorization',
  'cookie',
  'certificate',
  'code',
  'credential',
]);
const NO_SECRETS = new Set(['location_code']);
const CLOUD_INIT = /(user|vendor)[-_.]data$/;
/** What is a secret wherever it stands: a private key pasted where a public one belongs, a token of ours. */
const SECRET_TEXT = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY|(gantry_[A-Za-z0-9_-]{6}|panel_)[A-Za-z0-9_-]{43}/;
const MASK = '[redacted]';
const LONGEST = 2048;
/** Characters that one row keeps of its params: what a stranger sends before it is refused is written as well. */
const MOST = 32_768;
const CUT = '[cut]';

/** Whether a member of that name holds a secret: `server_password` and `user_passwordRepeat` do, `key_name` does not. */
export function isSecretName(name: string): boolean {
  if (NO_SECRETS.has(name)) return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const last = words.at(-1) === 'repeat' ? words.at(-2) : words.at(-1);
  return SECRET_WORDS.has(last ?? '') || CLOUD_INIT.test(name.toLowerCase());
}

/** A copy of params without secrets; `extra` are a contract's own names. */
export function redact(params: Record<string, unknown>, extra: readonly string[]): Record<string, unknown> {
  return copy(params, new Set(extra), 0, { left: MOST }) as Record<string, unknown>;
}

/** A draft whose params are copied when somebody writes it. */
export function auditDraft(
  method: string,
  params: Record<string, unknown>,
  secrets: readonly string[],
): AuditDraft {
  let redacted: Record<string, unknown> | undefined;
  return {
    method,
    written: false,
    get params() {
      return (redacted ??= redact(params, secrets));
    },
  };
}

function copy(value: unknown, extra: ReadonlySet<string>, depth: number, room: { left: number }): unknown {
  if (typeof value === 'string') {
    if (SECRET_TEXT.test(value)) return MASK;
    room.left -= Math.min(value.length, LONGEST);
    return value.length > LONGEST ? `${value.slice(0, LONGEST)}...` : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 32) return MASK;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      if ((room.left -= 8) < 0) return [...items, CUT];
      items.push(copy(item, extra, depth + 1, room));
    }
    return items;
  }
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (name === '__proto__') continue;
    if ((room.left -= name.length + 8) < 0) {
      result['...'] = CUT;
      break;
    }
    const empty = member === '' || member === null || member === undefined || typeof member === 'boolean';
    const secret = !empty && (extra.has(name) || isSecretName(name));
    result[name] = secret ? MASK : copy(member, extra, depth + 1, room);
  }
  return result;
}
