// SEC-53: what an upload must leave free.
import { tmpdir } from 'node:os';
import t from 'tap';
import { checkRoom, spaceAt } from '../../../src/blobs/space.js';

const GIB = 1024 ** 3;

t.test('SEC-53 a GiB stays free, or a twentieth of a small disk', async (t) => {
  const big = { total: 100 * GIB, free: 10 * GIB };
  checkRoom(big, 9 * GIB);
  checkRoom(big, null);
  t.throws(() => checkRoom(big, 9 * GIB + 1), { code: 'no_capacity', status: 507 });
  t.throws(() => checkRoom({ total: 100 * GIB, free: GIB - 1 }, null), { code: 'no_capacity' });
  const small = { total: 1000, free: 500 };
  checkRoom(small, 450);
  t.throws(() => checkRoom(small, 451), { code: 'no_capacity' });
  const { total, free } = await spaceAt(tmpdir());
  t.ok(total > 0 && free <= total);
});
