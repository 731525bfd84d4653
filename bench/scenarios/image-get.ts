// image-get: one large file over TLS, against nginx with the same certificate and the same bytes.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { settingsNote } from '../harness/candidate.js';
import { checkFile, curlMissing, imageWorld } from '../harness/images.js';
import { nginxMissing, startNginx } from '../harness/nginx.js';
import { pinned } from '../harness/pin.js';
import type { Load, Scenario, Variant } from '../harness/types.js';
import { wrkMissing } from '../harness/wrk.js';

const CONNECTIONS = 8;

// Bytes count, also those of an answer that the end of the round cuts off.
const SCRIPT = `
function done(summary)
  local e = summary.errors
  io.write(string.format('\\nRESULT {"units":%f,"seconds":%f,"errors":%d}\\n',
    summary.bytes / 1e6, summary.duration / 1e6, e.connect + e.read + e.write + e.status))
end
`;

async function getLoad(dir: string, url: string): Promise<Variant['run']> {
  const script = join(dir, 'get.lua');
  await writeFile(script, SCRIPT);
  return async (seconds): Promise<Load> => {
    const whole = Math.max(1, Math.round(seconds));
    const [program, args] = pinned('load', '/usr/bin/wrk', [
      '-t1',
      `-c${CONNECTIONS}`,
      `-d${whole}s`,
      '--timeout',
      '60s',
      '-s',
      script,
      url,
    ]);
    const { stdout } = await promisify(execFile)(program, args);
    const found = /^RESULT (.*)$/m.exec(stdout)?.[1];
    if (found === undefined) throw new Error(`wrk said nothing: ${stdout}`);
    return {
      p50_ms: null,
      p99_ms: null,
      ...(JSON.parse(found) as Pick<Load, 'units' | 'seconds' | 'errors'>),
    };
  };
}

export const imageGet: Scenario = {
  id: 'image-get',
  title: 'Download of a large image file over TLS',
  quantities: [{ id: 'image-get', figure: 'cpu', title: 'CPU per MB / nginx, TLS', must: 1.15, aim: 0.9 }],
  skip: () => wrkMissing() || curlMissing() || nginxMissing(),
  open: async (bench) => {
    const mib = bench.short ? 8 : 64;
    const world = await imageWorld(bench, mib);
    const { candidate, https, path, sha256, root, tls } = world;
    try {
      const nginx = await startNginx(join(bench.dir, 'nginx-get'), root, tls);
      const theirs = `${nginx.url}/root.squashfs`;
      try {
        await checkFile(bench.dir, `${https}${path}`, sha256);
        await checkFile(bench.dir, theirs, sha256);
      } catch (error) {
        await nginx.stop();
        throw error;
      }
      return {
        baseline: { name: 'nginx, TLS', server: nginx.server, run: await getLoad(bench.dir, theirs) },
        candidate: { name: 'images/', server: candidate, run: await getLoad(bench.dir, `${https}${path}`) },
        notes: [
          `units are MB; one file of ${mib} MiB, ${CONNECTIONS} connections, same certificate`,
          settingsNote({}),
        ],
        close: async () => {
          await nginx.stop();
          await candidate.stop();
        },
      };
    } catch (error) {
      await candidate.stop();
      throw error;
    }
  },
};
