// The LXD and Incus provider: first contact, trust, and opening hosts that are pinned.
import { AppError, isAppError } from '../../errors.js';
import type { Endpoint, HostFacts, Identity, Provider } from '../provider.js';
import { Client } from './client.js';
import { readFacts } from './facts.js';
import { openHost } from './host.js';
import { DEFAULT_TIMEOUTS, silentLog, type Log, type Settings, type Timeouts } from './settings.js';
import { fingerprintOf, readCertificate } from './tls.js';
import { record, text, texts } from './types.js';

/** What a provider is built from; times in milliseconds. */
export interface LxdProviderOptions {
  identity: Identity;
  log?: Log;
  /** Random numbers from 0 to 1 for the jitter of reconnects. */
  random?: () => number;
  timeouts?: Partial<Timeouts>;
}

interface Contact {
  connect_to?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Reads the certificate first and speaks only over a connection pinned to it; null stands for a local socket. */
async function contact(endpoint: Endpoint, settings: Settings, options: Contact): Promise<string | null> {
  if (endpoint.address === '') return null;
  const where = {
    host: options.connect_to ?? endpoint.address,
    port: endpoint.port,
    servername: endpoint.address,
  };
  return (await readCertificate(where, settings.timeouts.connect, options.signal)).pem;
}

async function withClient<T>(
  endpoint: Endpoint,
  settings: Settings,
  connectTo: string | undefined,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(endpoint, settings, connectTo === undefined ? undefined : async () => connectTo);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

async function inspect(settings: Settings, endpoint: Endpoint, options: Contact = {}): Promise<HostFacts> {
  const seen = { ...endpoint, tls_cert: await contact(endpoint, settings, options) };
  return withClient(seen, settings, options.connect_to, (client) => readFacts(client, seen, options.signal));
}

async function trust(
  settings: Settings,
  endpoint: Endpoint,
  secret: string,
  options: { fingerprint: string; name: string; connect_to?: string },
): Promise<void> {
  const pem = await contact(endpoint, settings, { connect_to: options.connect_to });
  // Whoever may open the local socket is trusted already.
  if (pem === null) return;
  const actual = fingerprintOf(pem);
  if (actual !== options.fingerprint.replaceAll(':', '').toLowerCase()) {
    throw new AppError('host_untrusted', 'the host shows another certificate than the one you confirmed', {
      details: { fingerprint: actual },
    });
  }
  await withClient({ ...endpoint, tls_cert: pem }, settings, options.connect_to, async (client) => {
    const server = record((await client.get('/1.0', { kind: 'probe' })).metadata);
    if (server['auth'] === 'trusted') return;
    // Incus and newer LXD take tokens only, under a name of their own; 5.0.2 takes them as the password.
    const explicit = texts(server['api_extensions']).includes('explicit_trust_token');
    const field = explicit && tokenFingerprint(secret) !== null ? 'trust_token' : 'password';
    await enter(client, { type: 'client', name: options.name, [field]: secret });
  });
}

async function enter(client: Client, body: object): Promise<void> {
  try {
    await client.call('POST', '/1.0/certificates', { body });
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (/already trusted/i.test(error.message)) return;
    if (error.code !== 'host_untrusted') throw error;
    throw new AppError('host_untrusted', 'the host refused the trust password or token', { cause: error });
  }
}

function tokenFingerprint(secret: string): string | null {
  if (secret.length > 16_384 || !/^[A-Za-z0-9+/=_-]+$/.test(secret)) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(secret, 'base64').toString('utf8'));
    const fingerprint = text(record(parsed)['fingerprint']).toLowerCase();
    return /^[0-9a-f]{64}$/.test(fingerprint) ? fingerprint : null;
  } catch {
    return null;
  }
}

/** Builds the provider for hosts with LXD's API (LXD, Incus). */
export function createLxdProvider(options: LxdProviderOptions): Provider {
  const settings: Settings = {
    identity: options.identity,
    log: options.log ?? silentLog(),
    random: options.random ?? Math.random,
    timeouts: { ...DEFAULT_TIMEOUTS, ...options.timeouts },
  };
  return {
    identity_fingerprint: fingerprintOf(options.identity.cert),
    inspect: (endpoint, given) => inspect(settings, endpoint, given),
    trust: (endpoint, secret, given) => trust(settings, endpoint, secret, given),
    tokenFingerprint,
    open: (endpoint, given) => openHost(endpoint, settings, given?.connect_to),
  };
}
