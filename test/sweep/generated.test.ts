// The generated cases over HTTP: what changes nothing in one world, each change in a world of its own.
import t, { type Test } from 'tap';
import { startWorld } from '../support/world.js';
import { sweepCases } from './cases.js';
import { houseContracts } from './contracts.js';
import type { SweepCase } from './world.js';

const cases = sweepCases(houseContracts());

t.test('cases that leave the world as it is', async (t) => {
  const world = await startWorld();
  t.teardown(() => world.close());
  for (const one of cases.filter(({ fresh }) => !fresh)) t.equal(await one.run(world), null, one.name);
  t.notOk('is_admin' in {}, 'SEC-23 no prototype was changed');
});

t.test('examples that change the world', { jobs: 4 }, async (t) => {
  for (const one of cases.filter(({ fresh }) => fresh)) void t.test(one.name, (t) => alone(t, one));
});

async function alone(t: Test, one: SweepCase): Promise<void> {
  const world = await startWorld();
  t.teardown(() => world.close());
  t.equal(await one.run(world), null);
}
