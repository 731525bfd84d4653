// REL-60 in its short form: 10,000 events and 100 disconnects; in full by `npm run proof -- events`.
import t from 'tap';
import { proveEvents } from '../proof/support/events.js';
import { seedOfRun } from '../proof/support/random.js';

t.setTimeout(240_000);

await t.test('REL-60 every subscriber has every number once, with JSON and with MessagePack', async (t) => {
  const seed = seedOfRun();
  const finding = await proveEvents({ seed, events: 10_000, disconnects: 100, readers: 6 });
  t.comment(
    `GANTRY_PROOF_SEED=${seed}: ${finding.numbers} numbers, ${finding.cuts} cuts, ${finding.seconds.toFixed(1)} s`,
  );
  t.same(finding.faults, []);
  t.ok(finding.numbers >= 10_000);
  t.equal(finding.cuts, 100);
  t.ok(
    finding.connections.reduce((sum, count) => sum + count, 0) >= 100,
    'each cut was followed by another connection',
  );
});
