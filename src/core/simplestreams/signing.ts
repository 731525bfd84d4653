// The catalogue signed in clear by gpg, for readers that check signatures; LXD and Incus do not.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { AppError } from '../../errors.js';
import type { Catalogue } from './catalogue.js';

/** Both documents of one generation, signed in clear, with the SHA-256 of each, hex. */
export interface SignedCatalogue {
  index: { text: string; hash: string };
  images: { text: string; hash: string };
  updated_at: number;
}

/** Which key signs: `gpg_key` '' for none, `gpg_home` '' for gpg's own folder. */
export interface SigningSettings {
  gpg_key: string;
  gpg_home: string;
}

export const SIGNED_INDEX_PATH = 'streams/v1/index.sjson';
export const SIGNED_IMAGES_PATH = 'streams/v1/images.sjson';

const MAX_MS = 30_000;

/** Signs generations, each once; null while no key is set. Throws `unavailable` when gpg fails. */
export function createSigner(
  settings: SigningSettings,
  onError: (error: unknown, what: string) => void,
): (catalogue: Catalogue) => Promise<SignedCatalogue | null> {
  let kept: { catalogue: Catalogue; signed: Promise<SignedCatalogue> } | null = null;
  return async (catalogue) => {
    if (settings.gpg_key === '') return null;
    if (kept?.catalogue !== catalogue) {
      const entry = { catalogue, signed: sign(settings, catalogue) };
      kept = entry;
      entry.signed.catch((error: unknown) => {
        if (kept === entry) kept = null;
        onError(error, 'signing the catalogue');
      });
    }
    try {
      return await kept.signed;
    } catch (cause) {
      throw new AppError('unavailable', 'the catalogue could not be signed: see the log', { cause });
    }
  };
}

async function sign(settings: SigningSettings, catalogue: Catalogue): Promise<SignedCatalogue> {
  const index = JSON.parse(catalogue.index) as { index: { images: { path: string } } };
  // Whoever begins with a signed index goes on with what it vouches for.
  index.index.images.path = SIGNED_IMAGES_PATH;
  const images: unknown = JSON.parse(catalogue.images);
  const [first, second] = [await clearSigned(settings, index), await clearSigned(settings, images)];
  return { index: first, images: second, updated_at: catalogue.updated_at };
}

async function clearSigned(
  { gpg_key, gpg_home }: SigningSettings,
  document: unknown,
): Promise<{ text: string; hash: string }> {
  const args = ['--batch', '--no-tty', '--quiet', '--pinentry-mode', 'error', '--digest-algo', 'SHA512'];
  if (gpg_home !== '') args.push('--homedir', gpg_home);
  args.push('--local-user', gpg_key, '--clearsign', '--output', '-');
  // One value per line: gpg cuts lines of more than 20,000 characters, and then its signature fits nothing.
  const text = await gpg(args, `${JSON.stringify(document, null, 1)}\n`);
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}

function gpg(args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: process.env['HOME'] ?? '/', LC_ALL: 'C' };
    const child = spawn('gpg', args, { stdio: ['pipe', 'pipe', 'pipe'], env });
    const timer = setTimeout(() => child.kill('SIGKILL'), MAX_MS);
    const parts: Buffer[] = [];
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => void parts.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-1000)));
    // Its end says what happened.
    child.stdin.on('error', () => undefined);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(parts).toString());
      else reject(new Error(`gpg ended with ${String(code ?? signal)}: ${errors.trim()}`));
    });
    child.stdin.end(input);
  });
}
