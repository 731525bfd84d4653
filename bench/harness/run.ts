// Runs one scenario: warm-up, rounds of both sides back to back in alternating order, ratios per round, verdicts.
import { loadavg } from 'node:os';
import { keeps, median, ratio, short } from './statistics.js';
import type { Bench, Quantity, Sample, Scenario, Variant, Verdict } from './types.js';

/** Below this the server waited for its client, and a rate says little about it. */
const BUSY = 0.95;
const ROUNDS = 5;
const SECONDS = 2;

/** How one quantity came out. */
export interface QuantityResult extends Quantity {
  readonly ratios: readonly number[];
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly verdict: Verdict;
  readonly reached_aim: boolean;
  /** A rate whose servers were not busy enough to be judged by it. */
  readonly idle: boolean;
  readonly remark: string;
}

/** How one scenario came out, with every raw value. */
export interface ScenarioResult {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly baseline: string;
  readonly candidate: string;
  readonly rounds: readonly { readonly baseline: Sample; readonly candidate: Sample }[];
  readonly quantities: readonly QuantityResult[];
  /** Why it did not run or does not count, '' when it does. */
  readonly reason: string;
}

/** Opens, measures and closes a scenario; what goes wrong makes it invalid and does not throw. */
export async function runScenario(
  scenario: Scenario,
  bench: Bench,
  say: (text: string) => void,
): Promise<ScenarioResult> {
  const skipped = scenario.skip();
  if (skipped !== '') return without(scenario, 'skipped', skipped);
  try {
    const opened = await scenario.open(bench);
    try {
      const { baseline, candidate, notes } = opened;
      for (const variant of [baseline, candidate]) await measure(variant, bench.short ? 0.3 : SECONDS);
      const rounds: { baseline: Sample; candidate: Sample }[] = [];
      for (let round = 0; round < (bench.short ? 1 : ROUNDS); round++) {
        const seconds = bench.short ? 1 : SECONDS;
        // The order turns every other round, so that a slow drift of the machine hits both sides.
        const first = round % 2 === 0 ? baseline : candidate;
        const one = await measure(first, seconds);
        const other = await measure(first === baseline ? candidate : baseline, seconds);
        const pair =
          first === baseline ? { baseline: one, candidate: other } : { baseline: other, candidate: one };
        rounds.push(pair);
        say(`  round ${round + 1}: ${line(pair.baseline)} | ${line(pair.candidate)}`);
      }
      const errors = rounds.reduce((sum, { baseline: b, candidate: c }) => sum + b.errors + c.errors, 0);
      return {
        id: scenario.id,
        title: scenario.title,
        notes,
        baseline: baseline.name,
        candidate: candidate.name,
        rounds,
        quantities: byCpu(
          scenario.quantities.map((quantity) => judge(quantity, rounds, errors, bench.short)),
        ),
        reason: errors === 0 ? '' : `${errors} wrong or missing answers`,
      };
    } finally {
      await opened.close();
    }
  } catch (error) {
    return without(scenario, 'invalid', error instanceof Error ? error.message : String(error));
  }
}

async function measure(variant: Variant, seconds: number): Promise<Sample> {
  const { server } = variant;
  const before = server.cpuSeconds();
  const load = await variant.run(seconds);
  const cpu_seconds = server.cpuSeconds() - before;
  return {
    ...load,
    cpu_seconds,
    cpu_us_per_unit: (cpu_seconds * 1e6) / load.units,
    units_per_second: load.units / load.seconds,
    rss_mb: server.rssMb(),
    load_1m: loadavg()[0] ?? 0,
    busy: cpu_seconds / load.seconds,
  };
}

function line(sample: Sample): string {
  const { cpu_us_per_unit, units_per_second, busy, added_mb } = sample;
  if (added_mb !== undefined) return `${short(added_mb)} MB added`;
  return `${short(cpu_us_per_unit)} us CPU, ${short(units_per_second)}/s, ${Math.round(busy * 100)} % busy`;
}

function judge(
  quantity: Quantity,
  rounds: readonly { baseline: Sample; candidate: Sample }[],
  errors: number,
  brief: boolean,
): QuantityResult {
  const { figure, must, aim } = quantity;
  const ratios = rounds.map(({ baseline, candidate }) => ratio(figure, baseline, candidate));
  const middle = median(ratios);
  const remarks: string[] = [];
  let idle = false;
  if (figure === 'rate') {
    if (median(rounds.map(({ baseline }) => baseline.busy)) < BUSY) remarks.push('baseline under 95 % busy');
    if (median(rounds.map(({ candidate }) => candidate.busy)) < BUSY)
      remarks.push('candidate under 95 % busy');
    idle = remarks.length > 0;
  }
  const pass = must === null || keeps(figure, middle, must);
  return {
    ...quantity,
    ratios,
    median: middle,
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    verdict:
      errors > 0 || Number.isNaN(middle)
        ? 'invalid'
        : brief || must === null
          ? 'none'
          : pass
            ? 'pass'
            : 'miss',
    reached_aim: aim !== null && keeps(figure, middle, aim),
    idle,
    remark: remarks.join(', '),
  };
}

/** A rate of a server that waited measures its client: the CPU of the same rounds is judged instead, either way. */
function byCpu(results: readonly QuantityResult[]): QuantityResult[] {
  const cpu = results.find(({ figure }) => figure === 'cpu');
  return results.map((one) => {
    if (!one.idle || (one.verdict !== 'pass' && one.verdict !== 'miss')) return one;
    if (cpu === undefined)
      return { ...one, remark: `${one.remark}: there is no CPU target to judge instead` };
    const own = `its own ratio would be a ${one.verdict}`;
    return {
      ...one,
      verdict: cpu.verdict,
      reached_aim: false,
      remark: `${one.remark}: judged by ${cpu.id}; ${own}`,
    };
  });
}

function without(scenario: Scenario, verdict: Verdict, reason: string): ScenarioResult {
  return {
    id: scenario.id,
    title: scenario.title,
    notes: [],
    baseline: '',
    candidate: '',
    rounds: [],
    quantities: scenario.quantities.map((quantity) => ({
      ...quantity,
      ratios: [],
      median: NaN,
      min: NaN,
      max: NaN,
      verdict,
      reached_aim: false,
      idle: false,
      remark: '',
    })),
    reason,
  };
}
