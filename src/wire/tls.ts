// The certificate and key of the https listener, checked before the native library sees them.
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';

/** PEM files of the https listener. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Fails with a sentence when the files cannot be read or do not belong together. */
export async function checkTls(files: TlsFiles): Promise<void> {
  const [cert, key] = await Promise.all([read(files.cert, 'tls.cert'), read(files.key, 'tls.key')]);
  try {
    createSecureContext({ cert, key });
  } catch (cause) {
    throw new Error(
      `tls.cert (${files.cert}) and tls.key (${files.key}) must be a PEM certificate and its own key`,
      {
        cause,
      },
    );
  }
}

async function read(path: string, setting: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new Error(`${setting}: cannot read ${path}`, { cause });
  }
}
