// REL-70: kill -9 at every named place of every step of every kind of operation, against a real LXD.
import t from 'tap';
import { crashAtPoints, startStage } from '../proof/support/crash.js';
import { allPoints } from '../proof/support/points.js';
import { skipReason } from '../support/lxd.js';

const skip = skipReason();
if (skip !== '') {
  if (process.env['CI'] !== undefined) t.fail(`crash points: ${skip}`);
  else t.pass(`SKIPPED crash points: ${skip}`, { skip });
  t.end();
} else {
  await real();
}

async function real(): Promise<void> {
  t.setTimeout(380_000);
  await t.test('REL-70 kill -9 at every step of every kind of operation', async (t) => {
    const stage = await startStage('points');
    t.teardown(() => stage.close());
    const points = allPoints();
    const findings = await crashAtPoints(stage, points, ({ title, faults }) => t.same(faults, [], title));
    t.equal(findings.length, points.length, 'all of them');
  });
}
