// The benchmark: `npm run bench`, `-- --short` (does the harness work), `-- --only ID`, `-- --profile DIR`.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { movePid } from './harness/pin.js';
import { hostFacts, save, table } from './harness/report.js';
import { runScenario, type ScenarioResult } from './harness/run.js';
import type { Bench, Scenario } from './harness/types.js';
import { dialectCost, dialectGet, dialectList } from './scenarios/dialect-cost.js';
import { dispatchCeiling } from './scenarios/dispatch-ceiling.js';
import { dispatchCpu, dispatchUncached } from './scenarios/dispatch-cpu.js';
import { fanoutRate } from './scenarios/fanout-rate.js';
import { fleetList } from './scenarios/fleet-list.js';
import { imageGet } from './scenarios/image-get.js';
import { imagePut, imagePutCpu } from './scenarios/image-put.js';
import { imageSlow } from './scenarios/image-slow.js';
import { wsCpu } from './scenarios/ws-cpu.js';

const SCENARIOS: readonly Scenario[] = [
  dispatchCeiling,
  dispatchCpu,
  dispatchUncached,
  dialectCost,
  dialectList,
  dialectGet,
  wsCpu,
  fanoutRate,
  fleetList,
  imageGet,
  imagePut,
  imagePutCpu,
  imageSlow,
];

function chosen(only: readonly string[]): readonly Scenario[] {
  const names = (one: Scenario): string[] => [one.id, ...one.quantities.map(({ id }) => id)];
  for (const id of only) {
    if (!SCENARIOS.some((one) => names(one).includes(id))) {
      throw new Error(`--only ${id}: there are ${SCENARIOS.flatMap(names).join(', ')}`);
    }
  }
  return only.length === 0
    ? SCENARIOS
    : SCENARIOS.filter((one) => names(one).some((id) => only.includes(id)));
}

function missed({ quantities }: ScenarioResult): string[] {
  return quantities.filter(({ verdict }) => verdict === 'miss').map(({ id }) => id);
}

/** Exit status: 1 when a must was missed by the medians of two runs in a row, 2 when something could not be measured. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      profile: { type: 'string' },
    },
  });
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const scenarios = chosen(values.only);
  const profile = values.profile === undefined ? null : resolve(values.profile);
  if (profile !== null) await mkdir(profile, { recursive: true });
  // This process makes load too.
  movePid('load', process.pid);
  const dir = await mkdtemp(join(tmpdir(), 'gantry-bench-'));
  const bench: Bench = { short: values.short, dir, profile };
  const host = hostFacts();
  for (const [name, value] of Object.entries(host)) say(`${name}: ${value}`);
  const results: ScenarioResult[] = [];
  const twice: string[] = [];
  const repeated: ScenarioResult[] = [];
  try {
    for (const scenario of scenarios) {
      say(`\n${scenario.id}: ${scenario.title} (baseline | candidate)`);
      const result = await runScenario(scenario, bench, say);
      if (result.reason !== '') say(`  ${result.reason}`);
      results.push(result);
      if (missed(result).length === 0) continue;
      say(`  missed ${missed(result).join(', ')}: a second run decides`);
      const again = await runScenario(scenario, bench, say);
      repeated.push(again);
      twice.push(...missed(again).filter((id) => missed(result).includes(id)));
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  say(`\n${table(results)}`);
  if (repeated.length > 0) say(`\nsecond run of what missed:\n\n${table(repeated)}`);
  const file = save({
    at: new Date().toISOString(),
    short: values.short,
    host,
    results,
    repeated,
    missed_twice: twice,
  });
  say(`\n${file}`);
  if (twice.length > 0) say(`missed twice: ${twice.join(', ')}`);
  const broken = [...results, ...repeated].filter(({ quantities }) =>
    quantities.some((one) => one.verdict === 'invalid'),
  );
  if (broken.length > 0) say(`invalid: ${broken.map(({ id }) => id).join(', ')}`);
  return twice.length > 0 ? 1 : broken.length > 0 ? 2 : 0;
}

process.exitCode = await main();
