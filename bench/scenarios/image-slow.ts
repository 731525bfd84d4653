// image-slow: what twenty slow downloads add to the server's memory, against a stream piped into the answer.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { MAIN, settingsNote } from '../harness/candidate.js';
import { checkFile, curl, curlMissing, imageWorld } from '../harness/images.js';
import { pinned } from '../harness/pin.js';
import { type ServerProcess, startNode } from '../harness/process.js';
import type { Scenario, Variant } from '../harness/types.js';

const DOWNLOADS = 20;
const RATE = '500k';
const LOOK_MS = 100;

/** Starts a server anew for each round: memory that was once taken is not given back. */
function fresh(name: string, start: () => Promise<ServerProcess>, path: string): Variant {
  const state: { server: ServerProcess | null; spent: number } = { server: null, spent: 0 };
  return {
    name,
    server: {
      cpuSeconds: () => state.spent,
      rssMb: () => state.server?.rssMb() ?? 0,
    },
    run: async (seconds) => {
      const server = await start();
      state.server = server;
      const url = `${server.urls.find((one) => one.startsWith('https:')) ?? ''}${path}`;
      try {
        // A whole download would take what the slow ones are to be seen to take.
        for (let time = 0; time < 20; time += 1) await curl(['-I', url]);
        const before = server.rssMb();
        const begun = performance.now();
        const [program, args] = pinned('load', '/usr/bin/curl', ['-sk', '--http1.1', '--limit-rate', RATE]);
        const clients = Array.from({ length: DOWNLOADS }, () =>
          spawn(program, [...args, '-o', '/dev/null', url], { stdio: 'ignore' }),
        );
        let most = before;
        while (performance.now() - begun < Math.max(2, seconds) * 1000) {
          await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
          most = Math.max(most, server.rssMb());
        }
        const errors = clients.filter(({ exitCode }) => exitCode !== null).length;
        for (const client of clients) client.kill('SIGKILL');
        state.spent += server.cpuSeconds();
        const took = (performance.now() - begun) / 1000;
        return {
          units: DOWNLOADS,
          seconds: took,
          p50_ms: null,
          p99_ms: null,
          errors,
          added_mb: most - before,
        };
      } finally {
        await server.stop();
        state.server = null;
      }
    },
  };
}

export const imageSlow: Scenario = {
  id: 'image-slow',
  title: 'Memory of slow downloads',
  quantities: [
    {
      id: 'image-slow',
      figure: 'memory',
      title: '20 slow downloads / node stream pipe',
      must: 0.6,
      aim: 0.3,
    },
  ],
  skip: curlMissing,
  open: async (bench) => {
    const world = await imageWorld(bench, 64);
    const { candidate, https, path, sha256, file, tls } = world;
    await checkFile(bench.dir, `${https}${path}`, sha256);
    await candidate.stop();
    const { data } = candidate;
    return {
      baseline: fresh(
        'node:https, stream.pipe',
        () =>
          startNode({
            args: ['bench/servers/download.mjs', file, tls.cert, tls.key],
            log: join(bench.dir, 'download.log'),
          }),
        '/',
      ),
      candidate: fresh(
        'images/',
        () =>
          startNode({
            args: [
              MAIN,
              'serve',
              '--data',
              data,
              '--listen',
              'http://127.0.0.1:0',
              '--listen',
              'https://127.0.0.1:0',
            ],
            log: join(bench.dir, 'slow.log'),
          }),
        path,
      ),
      notes: [
        `${DOWNLOADS} downloads of a file of 64 MiB at ${RATE}B/s each, over TLS; resident MB above those after 20 HEADs; a new process each round`,
        settingsNote({}),
      ],
      close: () => Promise.resolve(),
    };
  },
};
