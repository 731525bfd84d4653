// The words of the benchmark: what a scenario offers, what a round measures, what a quantity must reach.

/** What a load generator saw of one round. */
export interface Load {
  /** Completed units of work: calls, deliveries, lists. */
  readonly units: number;
  readonly seconds: number;
  readonly p50_ms: number | null;
  readonly p99_ms: number | null;
  /** Refused, wrong or missing answers; one is enough to make a scenario invalid. */
  readonly errors: number;
  /** Resident MB that the load added to the server, where that is what is measured. */
  readonly added_mb?: number;
}

/** One round of one variant, as it goes into the JSON file. */
export interface Sample extends Load {
  /** User and system seconds of the server and its children. */
  readonly cpu_seconds: number;
  readonly cpu_us_per_unit: number;
  readonly units_per_second: number;
  readonly rss_mb: number;
  readonly load_1m: number;
  /** Share of one core that the server was busy. */
  readonly busy: number;
}

/** A server process that is being measured. */
export interface Measured {
  cpuSeconds(): number;
  rssMb(): number;
}

/** One side of a comparison. */
export interface Variant {
  readonly name: string;
  readonly server: Measured;
  /** Puts load on it for about so many seconds. */
  run(seconds: number): Promise<Load>;
}

/** What is compared: CPU per unit, units per second, the 99th percentile, or memory added; candidate / baseline. */
export type Figure = 'cpu' | 'rate' | 'p99' | 'memory';

/** One line of the table; `must` and `aim` are lower bounds for rate, upper bounds for the others. */
export interface Quantity {
  readonly id: string;
  readonly figure: Figure;
  readonly title: string;
  /** null: measured and shown, not judged. */
  readonly must: number | null;
  readonly aim: number | null;
}

/** Both sides of a scenario, running. */
export interface Opened {
  readonly baseline: Variant;
  readonly candidate: Variant;
  /** What a reader must know of this run: sizes, what was raised or could not be done. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

/** A scenario: one file in scenarios/. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly quantities: readonly Quantity[];
  /** Why it cannot run here, '' when it can. */
  skip(): string;
  open(bench: Bench): Promise<Opened>;
}

/** What scenarios are given. */
export interface Bench {
  /** Small worlds, one round. */
  readonly short: boolean;
  /** A folder of this run's own, removed at its end. */
  readonly dir: string;
  /** File for a `node --cpu-prof` of the candidate, or null. */
  readonly profile: string | null;
}

/** How a quantity ended. */
export type Verdict = 'pass' | 'miss' | 'invalid' | 'skipped' | 'none';
