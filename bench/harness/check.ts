// Checks before measuring: both sides must give the same answers to the same requests.
import { isDeepStrictEqual } from 'node:util';
import { post } from './http.js';
import type { WrkRequest } from './wrk.js';

/** Sends every request to both servers; throws at the first answer that is not 200 or differs in content. */
export async function checkSame(
  baseline: string,
  candidate: string,
  requests: readonly WrkRequest[],
): Promise<void> {
  for (const { path, body, token } of requests) {
    const [one, other] = await Promise.all([
      post(`${baseline}${path}`, body, token),
      post(`${candidate}${path}`, body, token),
    ]);
    if (one.status !== 200 || other.status !== 200) {
      throw new Error(
        `${path} ${body}: baseline ${one.status}, candidate ${other.status} ${other.text.slice(0, 200)}`,
      );
    }
    if (!isDeepStrictEqual(JSON.parse(one.text), JSON.parse(other.text))) {
      throw new Error(
        `${path} ${body}: baseline ${one.text.slice(0, 900)} but candidate ${other.text.slice(0, 900)}`,
      );
    }
  }
}
