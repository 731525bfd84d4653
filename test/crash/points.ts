// REL-70: kill -9 at every other named place of every step of every kind, against a real LXD, in two shares; all of
// them are `npm run proof -- crash`.
import t from 'tap';
import { crashAtPoints, startStage } from '../proof/support/crash.js';
import { otherPoints } from '../proof/support/points.js';
import { onRealLxd } from '../support/real.js';

const SHARES = 2;

/** Runs one of the shares of the kinds. */
export async function runPoints(share: number): Promise<void> {
  await onRealLxd('crash points', async () => {
    t.setTimeout(380_000);
    const title = `REL-70 kill -9 in every step of every kind of operation, ${share + 1} of ${SHARES}`;
    await t.test(title, async (t) => {
      const stage = await startStage(`points${share + 1}`);
      t.teardown(() => stage.close());
      const points = otherPoints(share, SHARES);
      const findings = await crashAtPoints(stage, points, ({ title, faults }) => t.same(faults, [], title));
      t.equal(findings.length, points.length, 'all of them');
    });
  });
}
