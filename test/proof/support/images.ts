// The grace loop: while new versions are published and old ones retired without a pause, a real LXD copies images, with a
// catalogue it read before any of that, and with new ones. No file may be missing, no hash may be wrong (REL-56).
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { METADATA, sha256, tarball } from '../../support/images.js';
import { type Streams } from '../../support/streams.js';

/** What a run came to. */
export interface GraceFinding {
  /** Versions published while images were copied. */
  published: number;
  /** Copies with the catalogue from before. */
  old: number;
  /** Copies with a catalogue of their moment. */
  fresh: number;
  faults: string[];
  /** ms of the slowest copy */
  slowest_ms: number;
}

const FIRST = Date.UTC(2025, 0, 1);
const MINUTE = 60_000;

function serialAt(index: number): string {
  const text = new Date(FIRST + index * MINUTE).toISOString();
  return `${text.slice(0, 10).replaceAll('-', '')}_${text.slice(11, 16).replace(':', '')}`;
}

async function version(index: number): Promise<Buffer> {
  const tar = await tarball([
    { name: 'metadata.yaml', text: METADATA },
    { name: 'rootfs', type: 'directory' },
    { name: 'rootfs/build', text: `${index} ${randomBytes(150_000).toString('hex')}` },
  ]);
  return gzipSync(tar, { level: 1 });
}

/** Copies in both ways, `copies` times and until as many versions were published, by a publisher that never rests. */
export async function graceLoop(streams: Streams, copies: number): Promise<GraceFinding> {
  const { app, daemon } = streams;
  const product = await streams.product('grace');
  const finding: GraceFinding = { published: 0, old: 0, fresh: 0, faults: [], slowest_ms: 0 };
  const publish = async (index: number): Promise<string> => {
    const file = await version(index);
    await streams.upload(product, serialAt(index), file);
    // Out of the catalogue with the next one that is published.
    await app.app.db.tx(async (tx) => {
      const before = await tx.simplestreams.version(product, serialAt(index - 1));
      if (before !== undefined) await tx.simplestreams.retire(before.id, Date.now());
    });
    return sha256(file);
  };
  const copied = async (): Promise<string[]> =>
    (await streams.images('local')).map(({ fingerprint }) => fingerprint);
  const copy = async (remote: string, wanted: string | null): Promise<void> => {
    const begun = performance.now();
    try {
      await daemon.lxc('image', 'copy', `${remote}:busybox/grace`, 'local:');
      const [fingerprint = ''] = await copied();
      if (wanted !== null && fingerprint !== wanted) finding.faults.push(`${remote}: got ${fingerprint}`);
      await daemon.lxc('image', 'delete', fingerprint);
    } catch (error) {
      finding.faults.push(`${remote}: ${error instanceof Error ? error.message : String(error)}`);
    }
    finding.slowest_ms = Math.max(finding.slowest_ms, performance.now() - begun);
  };

  const first = await publish(0);
  await streams.remote('grace');
  // From here on the daemon has a catalogue of its own for an hour, and it names this version.
  await copy('grace', first);
  const state = { stopped: false };
  const publisher = (async () => {
    for (let index = 1; !state.stopped; index += 1) {
      await publish(index);
      finding.published += 1;
    }
  })();
  try {
    for (let round = 0; round < copies || finding.published < copies; round += 1) {
      await copy('grace', first);
      finding.old += 1;
      const remote = `grace-${round}`;
      await streams.remote(remote, `/r/grace${round}`);
      await copy(remote, null);
      finding.fresh += 1;
    }
  } finally {
    state.stopped = true;
    await publisher;
  }
  return finding;
}
