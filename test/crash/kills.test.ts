// REL-70 in its short form: 20 random kills while 8 clients act; in full by `npm run proof -- crash`.
import t from 'tap';
import { crashAtRandom, startStage } from '../proof/support/crash.js';
import { seedOfRun } from '../proof/support/random.js';
import { onRealLxd } from '../support/real.js';

await onRealLxd('crash proof', real);

async function real(): Promise<void> {
  t.setTimeout(380_000);
  const seed = seedOfRun();
  await t.test(`REL-70 20 random kills while 8 clients act, seed ${seed}`, async (t) => {
    const stage = await startStage('kills');
    t.teardown(() => stage.close());
    const finding = await crashAtRandom(stage, { seed, kills: 20 });
    t.comment(`GANTRY_PROOF_SEED=${seed}: ${finding.title}`);
    t.same(finding.faults, [], 'nothing lost, nothing done twice, database and LXD agree');
    t.ok(finding.acknowledged > 20, 'the clients were busy');
  });
}
