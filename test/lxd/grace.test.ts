// An old catalogue keeps working while new versions are published in a loop; the full form is `npm run proof -- images`.
import t from 'tap';
import { graceLoop } from '../proof/support/images.js';
import { onRealLxd } from '../support/real.js';
import { startStreams } from '../support/streams.js';

await onRealLxd('the grace loop', async () => {
  t.setTimeout(120_000);
  const streams = await startStreams('grace');
  t.teardown(() => streams.close());
  await t.test('REL-56 copies with an old catalogue go on while versions come and go', async (t) => {
    const finding = await graceLoop(streams, 3);
    t.same(finding.faults, [], 'no 404 and no wrong hash');
    t.ok(finding.published >= 3, `${finding.published} versions were published meanwhile`);
    t.ok(finding.old >= 3 && finding.fresh >= 3, `${finding.old} and ${finding.fresh} copies`);
  });
});
