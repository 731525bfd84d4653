import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { requirements, standing, written } from '../../../scripts/checklist.mjs';

const TEXT = await readFile(join(import.meta.dirname, '../../../docs/security.md'), 'utf8');

// Put together here, or this file would count as a test of it.
const ID = ['SEC', '01'].join('-');

t.test('every requirement has one row, and every id in a title is a requirement', (t) => {
  const rows = requirements(TEXT);
  const ids = rows.map(({ id }) => id);
  t.equal(new Set(ids).size, ids.length);
  t.ok(rows.length > 60, `${rows.length} rows`);
  const unknown = [...written()].filter(([id]) => !ids.includes(id));
  // As one assertion: a title for each would count as its test.
  t.same(
    unknown.map(([id, files]) => `${id}: ${[...files].join(', ')}`),
    [],
  );
  const numbers = (section: string) => rows.filter((row) => row.section === section).map(({ id }) => id);
  t.equal(numbers('1').length, 12);
  t.equal(numbers('2').length, 6);
  t.end();
});

t.test('what stands behind a requirement', (t) => {
  const row = { section: '1', id: ID, level: 'A', promise: '' };
  const files = new Map([[ID, new Set(['test/a.test.ts'])]]);
  const given = (...results: ('passed' | 'failed' | 'skipped')[]) => ({
    'test/a.test.ts': results.map((result, number) => ({ title: `${ID} ${number}`, result })),
  });
  t.match(standing(row, given('passed', 'passed'), files), { result: 'passed: 2', broken: false });
  t.match(standing(row, given('passed', 'failed'), files), { result: 'FAILED: 1 of 2', broken: true });
  t.match(standing(row, given('skipped'), files), { result: 'skipped: 1', broken: true });
  t.match(standing(row, {}, files), { result: 'NOT RUN', broken: true });
  t.match(standing(row, {}, new Map()), { result: 'NO TEST', broken: true });
  t.match(standing({ ...row, level: 'B' }, {}, new Map()), { result: 'NO TEST', broken: false });
  t.match(standing({ ...row, section: '3' }, {}, new Map()), { broken: false }, 'sections 1, 2 and 5 only');
  t.end();
});
