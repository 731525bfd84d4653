// What a run leaves behind: a table for people and one JSON file with the host's facts and every raw value.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { CORES } from './pin.js';
import type { QuantityResult, ScenarioResult } from './run.js';
import { short } from './statistics.js';

/** Facts about machine and versions. */
export function hostFacts(): Record<string, string | number> {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory_mb: Math.round(totalmem() / 1_048_576),
    kernel: release(),
    node: process.version,
    gantry: version('package.json'),
    fastify: version('node_modules/fastify/package.json'),
    ws: version('node_modules/ws/package.json'),
    uwebsockets: version('node_modules/uWebSockets.js/package.json'),
    commit: commit(),
    pinning:
      CORES === null
        ? 'none: taskset or a second core is missing'
        : `server ${CORES.server}, load ${CORES.load}`,
  };
}

function version(file: string): string {
  return (JSON.parse(readFileSync(resolve(file), 'utf8')) as { version?: string }).version ?? '';
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

/** One line per quantity, then the notes; Markdown, so that it can be pasted. */
export function table(results: readonly ScenarioResult[]): string {
  const head = ['id', 'quantity', 'ratio (median)', 'min', 'max', 'must', 'aim', 'verdict'];
  const rows = results.flatMap(({ quantities }) => quantities.map(row));
  const widths = head.map((text, at) =>
    Math.max(text.length, ...rows.map((cells) => cells[at]?.length ?? 0)),
  );
  const render = (cells: readonly string[]): string =>
    `| ${cells.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const notes = results.flatMap(({ id, notes: own, reason, quantities }) => [
    ...(reason === '' ? [] : [`${id}: ${reason}`]),
    ...own.map((note) => `${id}: ${note}`),
    ...quantities.filter(({ remark }) => remark !== '').map((one) => `${one.id}: ${one.remark}`),
  ]);
  return [render(head), rule, ...rows.map(render), '', ...notes.map((note) => `- ${note}`)].join('\n');
}

function row(one: QuantityResult): string[] {
  const sign = one.figure === 'rate' ? '>=' : '<=';
  const aimed = one.verdict === 'pass' && one.reached_aim ? ' (aim)' : '';
  const verdict = one.verdict === 'none' ? 'not judged' : `${one.verdict}${aimed}`;
  return [
    one.id,
    one.title,
    short(one.median),
    short(one.min),
    short(one.max),
    one.must === null ? '-' : `${sign} ${one.must}`,
    one.aim === null ? '-' : `${sign} ${one.aim}`,
    verdict,
  ];
}

/** Writes bench/results/<time>.json and returns its path. */
export function save(document: Record<string, unknown>): string {
  const dir = resolve('bench/results');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
  return file;
}
