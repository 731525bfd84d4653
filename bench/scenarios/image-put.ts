// image-put: upload of an image over TLS, against node:https with busboy, and against nginx, which does not hash.
import { join } from 'node:path';
import { settingsNote } from '../harness/candidate.js';
import { type ImageWorld, curl, curlMissing, imageWorld, putLoad } from '../harness/images.js';
import { nginxMissing, startNginx } from '../harness/nginx.js';
import { startNode } from '../harness/process.js';
import type { Bench, Opened, Scenario, Variant } from '../harness/types.js';

const CLIENTS = 2;

function candidateOf({ candidate, upload, size }: ImageWorld): Variant {
  return { name: 'simplestream.upload', server: candidate, run: putLoad(upload, size, CLIENTS) };
}

async function withWorld(
  bench: Bench,
  open: (world: ImageWorld, mib: number) => Promise<Opened>,
): Promise<Opened> {
  const mib = bench.short ? 8 : 64;
  const world = await imageWorld(bench, mib);
  try {
    return await open(world, mib);
  } catch (error) {
    await world.candidate.stop();
    throw error;
  }
}

const notes = (mib: number, more: string): string[] => [
  `units are MB; one file of ${mib} MiB, ${CLIENTS} clients, TLS with the same certificate`,
  more,
  'the version has no metadata yet: with them the fingerprint is a second hash over the file',
  settingsNote({}),
];

export const imagePut: Scenario = {
  id: 'image-put',
  title: 'Upload of an image with its SHA-256, durable before the answer',
  quantities: [
    { id: 'image-put', figure: 'rate', title: 'MB/s / node:https + busboy + SHA-256', must: 1.3, aim: 1.6 },
    // The same target as CPU: what a server that waited for its disk is judged by.
    { id: 'image-put-own', figure: 'cpu', title: 'CPU per MB / the same', must: 0.77, aim: 0.62 },
  ],
  skip: curlMissing,
  open: (bench) =>
    withWorld(bench, async (world, mib) => {
      const { candidate, root, tls, upload, size } = world;
      const server = await startNode({
        args: ['bench/servers/upload.mjs', root, tls.cert, tls.key, candidate.token],
        log: join(bench.dir, 'upload.log'),
      });
      const args = [...upload.slice(0, -1), `${server.url}/upload`];
      try {
        await curl(args);
      } catch (error) {
        await server.stop();
        throw error;
      }
      return {
        baseline: { name: 'node:https + busboy', server, run: putLoad(args, size, CLIENTS) },
        candidate: candidateOf(world),
        notes: notes(mib, 'both hash, write, and sync the file before they answer'),
        close: async () => {
          await server.stop();
          await candidate.stop();
        },
      };
    }),
};

export const imagePutCpu: Scenario = {
  id: 'image-put-cpu',
  title: 'Upload of an image with its SHA-256, against a PUT without',
  quantities: [
    { id: 'image-put-cpu', figure: 'cpu', title: 'CPU per MB / nginx PUT, no hash', must: 1.6, aim: 1.3 },
  ],
  skip: () => curlMissing() || nginxMissing(),
  open: (bench) =>
    withWorld(bench, async (world, mib) => {
      const { candidate, root, tls, file, size } = world;
      const nginx = await startNginx(join(bench.dir, 'nginx-put'), root, tls);
      const args = ['-T', file, `${nginx.url}/put/root.squashfs`];
      try {
        await curl(args);
      } catch (error) {
        await nginx.stop();
        throw error;
      }
      return {
        baseline: { name: 'nginx PUT', server: nginx.server, run: putLoad(args, size, CLIENTS) },
        candidate: candidateOf(world),
        notes: notes(mib, 'nginx neither hashes nor syncs'),
        close: async () => {
          await nginx.stop();
          await candidate.stop();
        },
      };
    }),
};
