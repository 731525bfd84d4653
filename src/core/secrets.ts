// Encryption at rest: AES-256-GCM under a key that is not in the database (SEC-43).
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { randomName } from '../ids.js';

export interface Secrets {
  /** Encrypts under the newest key; `aad` names row and column, so that ciphertexts cannot be swapped. */
  seal(plain: string | Buffer, aad: string): Buffer;
  /** Decrypts; throws when the key is missing or anything was changed. */
  open(sealed: Buffer, aad: string): Buffer;
  /** Whether it was made with the newest key; false means: seal it again. */
  isCurrent(sealed: Buffer): boolean;
}

/** Layout: format 1, 4 bytes key id, 12 bytes nonce, ciphertext, 16 bytes tag. */
const FORMAT = 1;
const HEAD = 17;
const TAG = 16;

/** Name of the key file in the data folder; one key per line, the newest first. */
export const KEY_FILE = 'gantry.key';

/**
 * Reads the keys from `env.GANTRY_KEY` (several by comma, the newest first) or from the data folder,
 * where a key is made at the first start. Throws when a key is not 32 bytes as base64 or hex.
 */
export function loadSecrets(options: {
  data: string;
  env: Readonly<Record<string, string | undefined>>;
}): Secrets {
  const given = options.env['GANTRY_KEY'];
  if (given !== undefined && given !== '') return createSecrets(readKeys(given, 'GANTRY_KEY'));
  const file = join(options.data, KEY_FILE);
  return createSecrets(readKeys(readOrMake(file), file));
}

function readOrMake(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const text = `${randomBytes(32).toString('base64')}\n`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Whole or not at all: half a key would lock out everything that is sealed with it.
  const temporary = `${file}.${randomName(8)}`;
  const handle = openSync(temporary, 'wx', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(temporary, file);
  return text;
}

/** Makes the service over keys of 32 bytes, the newest first. */
export function createSecrets(keys: readonly Buffer[]): Secrets {
  const known = new Map(keys.map((key) => [idOf(key).toString('hex'), key]));
  const [newest] = keys;
  if (newest === undefined) throw new Error('there is no data key');
  const newestId = idOf(newest);
  return {
    seal: (plain, aad) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', newest, nonce).setAAD(Buffer.from(aad));
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([Buffer.of(FORMAT), newestId, nonce, text, cipher.getAuthTag()]);
    },
    open: (sealed, aad) => {
      if (sealed.length < HEAD + TAG || sealed[0] !== FORMAT) throw new Error('this is not sealed data');
      const key = known.get(sealed.subarray(1, 5).toString('hex'));
      if (key === undefined)
        throw new Error('the key this was sealed with is missing; add it to the key file');
      const end = sealed.length - TAG;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(5, HEAD), { authTagLength: TAG })
        .setAAD(Buffer.from(aad))
        .setAuthTag(sealed.subarray(end));
      return Buffer.concat([decipher.update(sealed.subarray(HEAD, end)), decipher.final()]);
    },
    isCurrent: (sealed) => sealed.subarray(1, 5).equals(newestId),
  };
}

function readKeys(text: string, where: string): Buffer[] {
  const keys = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => Buffer.from(part, /^[0-9a-fA-F]{64}$/.test(part) ? 'hex' : 'base64'));
  if (keys.length === 0 || keys.some((key) => key.length !== 32)) {
    throw new Error(
      `${where}: a data key is 32 bytes as base64 or hex; make one with: openssl rand -base64 32`,
    );
  }
  return keys;
}

function idOf(key: Buffer): Buffer {
  return createHash('sha256').update('gantry key id').update(key).digest().subarray(0, 4);
}
