// A file system of 16 MiB on a loop device, to be filled.
import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Makes one; the reason as a text where that cannot be had. */
export async function smallDisk(): Promise<{ mount: string; done(): Promise<void> } | string> {
  if (process.getuid?.() !== 0) return 'a loop device needs root';
  const folder = await mkdtemp(join(tmpdir(), 'gantry-disk-'));
  const [image, mount] = [join(folder, 'disk.img'), join(folder, 'mount')];
  try {
    await run('mkdir', [mount]);
    await run('truncate', ['-s', '16M', image]);
    await run('mkfs.ext4', ['-q', '-m', '0', image]);
    await run('mount', ['-o', 'loop', image, mount]);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return `no file system on a loop device here: ${String(error).split('\n')[0]}`;
  }
  return {
    mount,
    done: async () => {
      await run('umount', [mount]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Writes zeros into a file until the disk is full. */
export async function fillDisk(file: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (const size of [65_536, 1024, 1]) {
      const zeros = Buffer.alloc(size);
      for (;;) {
        const { bytesWritten } = await handle.write(zeros);
        if (bytesWritten < size) break;
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await handle.close();
  }
}
