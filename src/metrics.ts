// Every metric there is: `gantry_<thing>_<unit>`, with labels of few values only.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly calls: CallTimes;
  readonly mismatches: Counter<'method'>;
  readonly events: Counter;
  readonly operations: Counter<'kind' | 'status'>;
  readonly operation_seconds: Histogram<'kind' | 'status'>;
  readonly connections: Gauge;
  readonly host_up: Gauge<'server'>;
  readonly commits: Counter;
  readonly transactions: Counter;
  /** The text a scraper reads. */
  render(): Promise<string>;
  readonly content_type: string;
}

const FAST = [0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10, 60];
const LONG = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/** Makes a registry of its own, so that two houses in one process do not share numbers. */
export function createMetrics(): Metrics {
  const calls = new CallTimes();
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'gantry_' });
  return {
    calls,
    mismatches: new Counter({
      name: 'gantry_result_mismatches_total',
      help: 'Answers that broke their contract.',
      labelNames: ['method'],
      registers,
    }),
    events: new Counter({ name: 'gantry_events_total', help: 'Events written to the log.', registers }),
    operations: new Counter({
      name: 'gantry_operations_total',
      help: 'Operations that ended, by kind and status.',
      labelNames: ['kind', 'status'],
      registers,
    }),
    operation_seconds: new Histogram({
      name: 'gantry_operation_seconds',
      help: 'Time from the row of an operation to its end.',
      labelNames: ['kind', 'status'],
      buckets: LONG,
      registers,
    }),
    connections: new Gauge({
      name: 'gantry_connections',
      help: 'Open sockets and event streams.',
      registers,
    }),
    host_up: new Gauge({
      name: 'gantry_host_up',
      help: 'Whether a server answers.',
      labelNames: ['server'],
      registers,
    }),
    commits: new Counter({ name: 'gantry_db_commits_total', help: 'Commits of the write queue.', registers }),
    transactions: new Counter({
      name: 'gantry_db_transactions_total',
      help: 'Transactions in those commits.',
      registers,
    }),
    render: async () => `${await registry.metrics()}${calls.text()}`,
    content_type: registry.contentType,
  };
}

/**
 * Times of calls. Its observation is one addition into an array: prom-client's own histogram took a tenth of a
 * call. The text is the format a scraper reads.
 */
export class CallTimes {
  readonly #series = new Map<string, { labels: string; counts: number[]; sum: number }>();

  /** The series of a method and an error code (`ok` when there is none). */
  labels(method: string, code: string): { observe(seconds: number): void } {
    const labels = `method="${method}",code="${code}"`;
    let series = this.#series.get(labels);
    if (series === undefined) {
      series = { labels, counts: Array.from({ length: FAST.length + 1 }, () => 0), sum: 0 };
      this.#series.set(labels, series);
    }
    const { counts } = series;
    const kept = series;
    return {
      observe: (seconds) => {
        let place = 0;
        while (place < FAST.length && seconds > (FAST[place] ?? 0)) place += 1;
        counts[place] = (counts[place] ?? 0) + 1;
        kept.sum += seconds;
      },
    };
  }

  text(): string {
    const lines = [
      '# HELP gantry_call_seconds Time of calls, by method and by error code (ok when there is none).',
      '# TYPE gantry_call_seconds histogram',
    ];
    for (const { labels, counts, sum } of this.#series.values()) {
      let below = 0;
      counts.forEach((count, place) => {
        below += count;
        lines.push(`gantry_call_seconds_bucket{${labels},le="${FAST[place] ?? '+Inf'}"} ${below}`);
      });
      lines.push(
        `gantry_call_seconds_sum{${labels}} ${sum}`,
        `gantry_call_seconds_count{${labels}} ${below}`,
      );
    }
    return `${lines.join('\n')}\n`;
  }
}
