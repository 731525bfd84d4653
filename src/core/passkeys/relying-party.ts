// Which name our passkeys belong to: a browser takes no address for one.
import { isIP } from 'node:net';
import { AppError } from '../../errors.js';

/** The settings that decide it. */
export interface PartySettings {
  readonly public_url: string;
  readonly listen: readonly string[];
  readonly webauthn: { readonly rp_id: string | null };
}

/** As configured, else the host of `public_url` when it is a name, else `localhost` where that reaches us; else null. */
export function relyingParty(settings: PartySettings): string | null {
  const { rp_id } = settings.webauthn;
  if (rp_id !== null && rp_id !== '') return rp_id.toLowerCase();
  if (settings.public_url !== '') {
    const host = hostOf(settings.public_url);
    if (isIP(host) === 0) return host;
  }
  return settings.listen.some((url) => isLocal(hostOf(url))) ? 'localhost' : null;
}

/** The name, or a refusal that says what to set. */
export function requireParty(rp_id: string | null): string {
  if (rp_id !== null) return rp_id;
  throw new AppError(
    'unsupported',
    'passkeys belong to a name: set webauthn.rp_id to the one this is reached by',
  );
}

function hostOf(url: string): string {
  return new URL(url).hostname.toLowerCase().replace(/^\[|\]$/g, '');
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host.startsWith('127.') || ['::1', '::', '0.0.0.0'].includes(host);
}
