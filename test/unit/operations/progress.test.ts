// Progress: a running maximum, throttled, found by the host's own operation number.
import t from 'tap';
import type { OperationRow } from '../../../src/db/operations.js';
import { createProgressBoard } from '../../../src/operations/progress.js';

function board() {
  let now = 1000;
  const told: [number, string, number][] = [];
  const made = createProgressBoard({
    clock: () => now,
    publish: (row, _project, { percent, stage }) => told.push([row.id, stage, percent]),
  });
  return { made, told, pass: (ms: number) => (now += ms) };
}
const row = (id: number): OperationRow => ({ id }) as OperationRow;
const at = (percent: number, stage = 'download') => ({ percent, stage, text: '' });

t.test('only rises, and not too often', async (t) => {
  const { made, told, pass } = board();
  for (const percent of [1, 2, 3]) made.report(row(1), null, at(percent));
  t.same(told, [[1, 'download', 1]], 'the first at once');
  pass(250);
  made.report(row(1), null, at(40));
  pass(250);
  for (const percent of [39, 40, 7]) made.report(row(1), null, at(percent));
  made.report(row(1), null, at(100));
  t.same(
    told.slice(1),
    [
      [1, 'download', 40],
      [1, 'download', 100],
    ],
    'the end always',
  );
  made.report(row(1), null, at(5, 'unpack'));
  t.same(told.at(-1), [1, 'unpack', 5], 'another stage begins anew');
  made.report(row(2), null, at(1));
  t.same(told.at(-1), [2, 'download', 1], 'each operation has a pace of its own');
});

t.test('10,000 random reports leave a rising sequence', async (t) => {
  const { made, told, pass } = board();
  for (let n = 0; n < 10_000; n += 1) {
    made.report(row(1), null, at(Math.floor(Math.random() * 100)));
    pass(Math.floor(Math.random() * 100));
  }
  const percents = told.map(([, , percent]) => percent);
  t.same(
    percents,
    percents.toSorted((a, b) => a - b),
  );
  t.equal(new Set(percents).size, percents.length);
});

t.test('what a host tells before it has answered is not lost', async (t) => {
  const { made, told, pass } = board();
  made.hostReport('early', at(10));
  made.hostReport('early', at(20));
  t.same(told, []);
  made.link('early', row(1), null);
  t.same(told, [[1, 'download', 20]]);
  pass(250);
  made.hostReport('early', at(30));
  t.same(told.at(-1), [1, 'download', 30]);
  made.forget(1);
  pass(250);
  made.hostReport('early', at(40));
  t.equal(told.length, 2, 'a finished one is told of no more');
  pass(10_000);
  made.hostReport('other', at(1));
  made.link('early', row(2), null);
  t.equal(told.length, 2, 'what nobody claimed in time is forgotten');
});
