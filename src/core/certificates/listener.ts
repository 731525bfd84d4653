// The files of the https listener: the configured ones, or a certificate under a small authority of our own.
import { readFile } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { exists, writeWhole } from '../files.js';
import { type CertificatePair, DAY_MS, DAYS } from './pair.js';

/** Files of the listener's certificate; `ca` is null when the configured one comes without its authority. */
export interface ListenerFiles {
  cert: string;
  key: string;
  ca: string | null;
}

export interface ListenerOptions {
  config: {
    data: string;
    hosts: readonly string[];
    public_url: string;
    tls: { cert: string | null; key: string | null; ca: string | null };
  };
  clock: () => number;
  /** This machine's own names and addresses; read from it when absent. */
  names?: () => string[];
}

const issuing = () => import('./issue.js');

/**
 * The files the https listener uses: the configured ones, else a certificate of our own authority in
 * `data/tls`, made anew when this machine's names or addresses change or fewer than 30 days are left.
 */
export async function ensureListenerCertificate(options: ListenerOptions): Promise<ListenerFiles> {
  const { config, clock } = options;
  const { cert, key, ca } = config.tls;
  if (cert !== null && key !== null) return { cert, key, ca };
  const folder = join(config.data, 'tls');
  const files = {
    ca: join(folder, 'ca.pem'),
    caKey: join(folder, 'ca.key'),
    cert: join(folder, 'server.pem'),
    key: join(folder, 'server.key'),
  };
  const names = wantedNames(config, (options.names ?? ownNames)());
  const authority = await ensureAuthority(files.ca, files.caKey, clock);
  if (!(await isGood(files.cert, files.key, authority.cert, names, clock()))) {
    const made = await (await issuing()).makeServer(authority, names, clock());
    // The key first: a listener that reads between the two finds a mismatch and says so, never a lost key.
    await writeWhole(files.key, made.key);
    await writeWhole(files.cert, made.cert, 0o644);
  }
  return { cert: files.cert, key: files.key, ca: files.ca };
}

async function ensureAuthority(
  certFile: string,
  keyFile: string,
  clock: () => number,
): Promise<CertificatePair> {
  if ((await exists(certFile)) && (await exists(keyFile))) {
    const pair = { cert: await readFile(certFile, 'utf8'), key: await readFile(keyFile, 'utf8') };
    const ends = Date.parse(new X509Certificate(pair.cert).validTo);
    if (ends - clock() > DAYS.server * DAY_MS) return pair;
  }
  const pair = await (await issuing()).makeAuthority(clock());
  await writeWhole(keyFile, pair.key);
  await writeWhole(certFile, `${pair.cert}\n`, 0o644);
  return pair;
}

/** Whether a server certificate can stay: ours, of this key, for exactly these names, and not about to end. */
async function isGood(
  certFile: string,
  keyFile: string,
  authority: string,
  names: readonly string[],
  now: number,
): Promise<boolean> {
  if (!(await exists(certFile)) || !(await exists(keyFile))) return false;
  try {
    const certificate = new X509Certificate(await readFile(certFile));
    const issuer = new X509Certificate(authority);
    const own = createPrivateKey(await readFile(keyFile));
    return (
      certificate.checkPrivateKey(own) &&
      certificate.verify(issuer.publicKey) &&
      (await issuing()).namesIssuer(certificate, issuer) &&
      Date.parse(certificate.validFrom) <= now &&
      Date.parse(certificate.validTo) - now > DAYS.renew * DAY_MS &&
      namesIn(certificate.subjectAltName ?? '').join() === [...names].map(plainName).sort().join()
    );
  } catch {
    // A file that cannot be read as what it should be is replaced.
    return false;
  }
}

function namesIn(subjectAltName: string): string[] {
  return subjectAltName
    .split(', ')
    .map((part) => plainName(part.slice(part.indexOf(':') + 1)))
    .sort();
}

/** One spelling per name; addresses as the URL standard writes them. */
function plainName(name: string): string {
  if (isIP(name) !== 6) return name.toLowerCase();
  return new URL(`http://[${name}]`).hostname.slice(1, -1);
}

function wantedNames(config: ListenerOptions['config'], own: readonly string[]): string[] {
  const names = new Set<string>(['localhost', '127.0.0.1', '::1']);
  for (const name of [...own, ...config.hosts]) names.add(plainName(name.replace(/^\[|\]$/g, '')));
  if (config.public_url !== '')
    names.add(plainName(new URL(config.public_url).hostname.replace(/^\[|\]$/g, '')));
  return [...names]
    .filter((name) => isIP(name) !== 0 || /^[a-z0-9*]([a-z0-9.-]*[a-z0-9])?$/.test(name))
    .sort();
}

function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return [hostname(), ...addresses.filter(({ scopeid }) => !scopeid).map(({ address }) => address)];
}
