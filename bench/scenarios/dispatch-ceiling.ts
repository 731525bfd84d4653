// dispatch-ceiling: the whole pipeline around a method that does nothing, against raw uWebSockets.js.
import { join } from 'node:path';
import { type Candidate, settingsNote, startCandidate } from '../harness/candidate.js';
import { checkSame } from '../harness/check.js';
import { type ServerProcess, startNode } from '../harness/process.js';
import type { Scenario, Variant } from '../harness/types.js';
import { wrkLoad, wrkMissing, type WrkRequest } from '../harness/wrk.js';

/** A constant answer, the body not read. */
async function baseline(
  dir: string,
  requests: readonly WrkRequest[],
): Promise<Variant & { server: ServerProcess }> {
  const server = await startNode({ args: ['bench/servers/uws-hello.mjs'], log: join(dir, 'uws-hello.log') });
  return {
    name: 'raw uWebSockets.js hello',
    server,
    run: await wrkLoad(join(dir, 'hello'), server.url, requests),
  };
}

/** `health.alive` with a token and a request id. */
async function candidate(server: Candidate, dir: string, requests: readonly WrkRequest[]): Promise<Variant> {
  return {
    name: 'health.alive with a token',
    server,
    run: await wrkLoad(join(dir, 'alive'), server.url, requests),
  };
}

export const dispatchCeiling: Scenario = {
  id: 'dispatch-ceiling',
  title: 'What the pipeline adds to the bare HTTP library',
  quantities: [
    {
      id: 'dispatch-ceiling',
      figure: 'cpu',
      title: 'CPU per health.alive / uWebSockets.js hello',
      must: 3.2,
      aim: 1.8,
    },
  ],
  skip: wrkMissing,
  open: async (bench) => {
    const product = await startCandidate(bench);
    try {
      const count = bench.short ? 50 : 1000;
      const tokens = await product.tokens(count);
      const requests = tokens.map((token, at) => ({
        token,
        path: '/v1/health.alive',
        body: JSON.stringify({ provider: 'lxd', request_id: `bench-${String(at).padStart(6, '0')}` }),
      }));
      const hello = await baseline(bench.dir, requests);
      try {
        await checkSame(hello.server.url, product.url, requests);
        return {
          baseline: hello,
          candidate: await candidate(product, bench.dir, requests),
          notes: [`${count} tokens and request ids in rotation`, settingsNote({})],
          close: async () => {
            await hello.server.stop();
            await product.stop();
          },
        };
      } catch (error) {
        await hello.server.stop();
        throw error;
      }
    } catch (error) {
      await product.stop();
      throw error;
    }
  },
};
