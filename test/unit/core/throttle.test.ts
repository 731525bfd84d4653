import t from 'tap';
import { addressPrefix, createThrottle, loginCounters } from '../../../src/core/throttle.js';
import { caller, openHouse, PASSWORD, temporary } from './house.js';

t.test('SEC-03 the 11th failure is 429, also after a restart', async (t) => {
  const folder = temporary(t);
  const first = await openHouse(t, { folder });
  await first.addUser('alice');
  for (let round = 0; round < 10; round++) {
    await t.rejects(first.accounts.login(caller(), 'alice', 'wrong'), {
      code: 'forbidden',
      message: 'wrong credential',
    });
  }
  await t.rejects(first.accounts.login(caller(), 'alice', PASSWORD), {
    code: 'rate_limited',
    retry_after: 30,
  });
  await first.close();

  const second = await openHouse(t, { folder, at: first.time.now + 1000 });
  await t.rejects(second.accounts.login(caller(), 'ALICE', PASSWORD), {
    code: 'rate_limited',
    retry_after: 29,
  });
  t.ok(
    (await second.accounts.login(caller({ address: '198.51.100.7' }), 'alice', PASSWORD)).token,
    'another network may',
  );
  second.time.now += 30_000;
  t.ok((await second.accounts.login(caller(), 'alice', PASSWORD)).token, 'and this one when the time is up');
  await t.rejects(
    second.accounts.login(caller(), 'alice', 'wrong'),
    { code: 'forbidden' },
    'counted from the start',
  );
});

t.test('SEC-03 a lock ends no session', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const { token } = await house.accounts.login(caller(), 'alice', PASSWORD);
  for (let round = 0; round < 11; round++) {
    await house.accounts.login(caller(), 'alice', 'wrong').catch(() => undefined);
  }
  t.equal(house.accounts.authenticate(token).login, 'alice');
});

t.test('SEC-03 parallel guesses do not outrun the count', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, () => house.accounts.login(caller(), 'alice', 'wrong')),
  );
  const codes = results.map((result) =>
    result.status === 'rejected' ? (result.reason as { code: string }).code : 'ok',
  );
  t.equal(codes.filter((code) => code === 'forbidden').length, 10);
  t.equal(codes.filter((code) => code === 'rate_limited').length, 20);
});

t.test('SEC-03 delays double up to 15 minutes, and are forgotten after a quiet time', async (t) => {
  const house = await openHouse(t);
  const throttle = createThrottle({ db: house.db, clock: house.clock });
  const counters = loginCounters('user:1', '192.0.2.1');
  for (let round = 0; round < 10; round++) await throttle.begin(counters);
  const delays: number[] = [];
  for (let round = 0; round < 8; round++) {
    const refusal = (await throttle.begin(counters).catch((error: unknown) => error)) as {
      retry_after: number;
    };
    delays.push(refusal.retry_after);
    house.time.now += refusal.retry_after * 1000;
    await throttle.begin(counters);
  }
  t.same(delays, [30, 60, 120, 240, 480, 900, 900, 900]);
  house.time.now += 31 * 60_000;
  for (let round = 0; round < 10; round++) await throttle.begin(counters);
  await t.rejects(throttle.begin(counters), { code: 'rate_limited', retry_after: 30 });
});

t.test('SEC-03 the ceiling of a login holds over all networks', async (t) => {
  const house = await openHouse(t);
  const throttle = createThrottle({ db: house.db, clock: house.clock });
  for (let round = 0; round < 100; round++) await throttle.begin(loginCounters('user:1', `192.0.${round}.1`));
  await t.rejects(throttle.begin(loginCounters('user:1', '203.0.113.1')), { code: 'rate_limited' });
  await throttle.begin(loginCounters('user:2', '203.0.113.1'));
});

t.test('REL-76 a clock that jumps back locks nobody out', async (t) => {
  const house = await openHouse(t);
  const throttle = createThrottle({ db: house.db, clock: house.clock });
  const counters = loginCounters('user:1', '192.0.2.1');
  for (let round = 0; round < 10; round++) await throttle.begin(counters);
  house.time.now -= 3_600_000;
  await throttle.begin(counters);
  t.pass('counted anew');
});

t.test('address prefixes', (t) => {
  t.equal(addressPrefix('192.0.2.77'), '192.0.2');
  t.equal(addressPrefix('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2');
  t.equal(addressPrefix('2001:db8::1'), '2001:db8:0:0');
  t.equal(addressPrefix('::1'), '0:0:0:0');
  t.end();
});
