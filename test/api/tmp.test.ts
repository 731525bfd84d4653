import t from 'tap';
import { startWorld } from '../support/world.js';
import { cases } from './instance.add.js';
for (const one of cases.filter((c) => c.name.includes('100 at once'))) void t.test(one.name, async (t) => { const world = await startWorld(one.world); t.teardown(() => world.close()); await one.run(t, world); });
