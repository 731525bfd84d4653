import t from 'tap';
import { startWorld } from '../support/world.js';
import { cases } from './config.get.js';
t.jobs = 3;
for (const one of cases) void t.test(one.name, async (t) => { const world = await startWorld(one.world); t.teardown(() => world.close()); await one.run(t, world); });
