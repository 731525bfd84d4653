// Who is next: claim order per lane, visible positions.
import t from 'tap';
import { createLanes } from '../../../src/operations/lanes.js';

t.test('claim order per lane', async (t) => {
  const lanes = createLanes();
  lanes.push('a', 5);
  lanes.push('b', 6);
  lanes.push('a', 9);
  lanes.push('a', 7);
  lanes.push('a', 9);
  t.equal(lanes.first('a'), 5);
  t.same(
    [5, 7, 9, 6].map((id) => lanes.position('a', id)),
    [0, 1, 2, -1],
    'by number, once',
  );
  lanes.push('a', 3);
  t.equal(lanes.first('a'), 5, 'who runs is not overtaken');
  t.equal(lanes.position('a', 3), 1);
  lanes.remove('a', 3);
  lanes.remove('a', 5);
  t.equal(lanes.first('a'), 7);
  t.equal(lanes.size, 2);
  lanes.remove('b', 6);
  lanes.remove('b', 6);
  t.equal(lanes.first('b'), undefined);
  t.same(lanes.keys(), ['a'], 'an empty lane is gone');
});
