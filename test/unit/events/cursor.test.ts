// REL-61: what is wrong with a cursor is said, never skipped.
import t from 'tap';
import { readCursor, writeCursor } from '../../../src/events/cursor.js';

const log = { epoch: 'abc', head: 10, pruned: 4 };

t.test('REL-61 cursors', async (t) => {
  t.equal(writeCursor('abc', 7), 'abc.7');
  t.equal(readCursor('abc.7', log), 7);
  t.equal(readCursor(7, log), 7, 'a bare number means the present epoch');
  t.equal(readCursor('7', log), 7);
  t.equal(readCursor('abc.10', log), 10, 'the end');
  t.equal(readCursor('abc.4', log), 4, 'nothing after it is gone');
  const refused = (cursor: string | number, code: string, details?: object): void => {
    t.throws(() => readCursor(cursor, log), { code, ...(details && { details }) }, `${cursor}: ${code}`);
  };
  refused('abc.3', 'cursor_expired', { oldest: 5, epoch: 'abc', head: 'abc.10' });
  refused(0, 'cursor_expired', { oldest: 5 });
  refused('abc.11', 'cursor_in_future', { head: 'abc.10' });
  refused('abd.7', 'epoch_changed', { epoch: 'abc', head: 'abc.10' });
  refused('abd.99', 'epoch_changed');
  for (const text of [
    '',
    'x',
    'abc.',
    '.7',
    'abc.7.1',
    '-1',
    '1e3',
    ' 7',
    '7 ',
    'ABC.7',
    '9'.repeat(16),
    1.5,
  ]) {
    refused(text, 'invalid_params');
  }
});
