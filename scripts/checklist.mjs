// `npm run checklist`: every requirement of docs/security.md with its tests and what they last said.
// Ends with 1 when a level A row of sections 1, 2 and 5 has no passing test, or a failing one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { idsIn, readResults } from './results.mjs';
import { TOP } from './steps.mjs';

/** The rows of docs/security.md: `{ section, id, level, promise }`. */
export function requirements(text) {
  const rows = [];
  let section = '';
  for (const line of text.split('\n')) {
    section = /^## (\d+)\./.exec(line)?.[1] ?? section;
    const cells = /^\| ((?:SEC|REL)-\d+) +\| +([ABC]) +\| (.+?) +\|$/.exec(line);
    if (cells !== null) rows.push({ section, id: cells[1], level: cells[2], promise: cells[3] });
  }
  return rows;
}

/** Which test files have which ids in a title, whether they ran or not. */
export function written(folder = join(TOP, 'test')) {
  const found = new Map();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!entry.endsWith('.ts')) continue;
    const text = readFileSync(join(folder, entry), 'utf8');
    for (const line of text.split('\n')) {
      const quoted = /['`"].*$/.exec(line)?.[0] ?? '';
      if (/^\s*(\/\/|\*)/.test(line)) continue;
      for (const id of idsIn(quoted)) found.set(id, (found.get(id) ?? new Set()).add(`test/${entry}`));
    }
  }
  return found;
}

/** Sections of which nothing may be without a passing test. */
const ENFORCED = new Set(['1', '2', '5']);

/** What is known of a requirement: its tests by title, and the sum of their results. */
export function standing(row, results, files) {
  const tests = Object.entries(results).flatMap(([file, titles]) =>
    titles.filter(({ title }) => idsIn(title).includes(row.id)).map((one) => ({ ...one, file })),
  );
  const count = (result) => tests.filter((one) => one.result === result).length;
  const [passed, failed, skipped] = [count('passed'), count('failed'), count('skipped')];
  const result =
    failed > 0
      ? `FAILED: ${failed} of ${passed + failed}`
      : passed > 0
        ? `passed: ${passed}`
        : skipped > 0
          ? `skipped: ${skipped}`
          : files.has(row.id)
            ? 'NOT RUN'
            : 'NO TEST';
  const needed = row.level === 'A' && ENFORCED.has(row.section);
  return { tests, result, broken: needed && (failed > 0 || passed === 0) };
}

/** Prints the table; gives the ids whose promise nothing holds though it must. */
export function checklist(print = (line) => process.stdout.write(`${line}\n`)) {
  const results = readResults();
  const files = written();
  const broken = [];
  print(`${'id'.padEnd(8)}level  ${'result'.padEnd(18)}test`);
  for (const row of requirements(readFileSync(join(TOP, 'docs/security.md'), 'utf8'))) {
    const { tests, result, broken: bad } = standing(row, results, files);
    if (bad) broken.push(row.id);
    const first = tests.find((one) => one.result === 'failed') ?? tests[0];
    const where = first ? `${first.file}: ${first.title}` : [...(files.get(row.id) ?? [])].join(', ');
    const more = tests.length > 1 ? ` (+${tests.length - 1})` : '';
    print(`${row.id.padEnd(8)}${row.level.padEnd(7)}${result.padEnd(18)}${where}${more}`);
  }
  if (broken.length > 0) {
    print(
      `level A of sections 1, 2 and 5 without a passing test, or with a failing one: ${broken.join(', ')}`,
    );
  }
  return broken;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = checklist().length === 0 ? 0 : 1;
