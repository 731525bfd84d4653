import t from 'tap';
import { createCodes } from '../../../src/core/codes.js';
import { openHouse } from './house.js';

const ROUNDS = process.env['GANTRY_TEST_LONG'] ? 1000 : 100;
const wish = { purpose: 'register', user_id: null, payload: { a: 1 }, lifetime_ms: 900_000 } as const;

t.test(`SEC-07 of two parallel redeems exactly one succeeds (${ROUNDS} rounds)`, async (t) => {
  const house = await openHouse(t);
  const codes = createCodes({ db: house.db, clock: house.clock });
  let wins = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const code = await house.db.tx((tx) => codes.create(tx, wish));
    const results = await Promise.allSettled(
      [1, 2].map(() => house.db.tx((tx) => codes.redeem(tx, 'register', code))),
    );
    wins += results.filter(({ status }) => status === 'fulfilled').length;
  }
  t.equal(wins, ROUNDS);
});

t.test('SEC-07 codes are long, hashed, bound to their purpose, and end', async (t) => {
  const house = await openHouse(t);
  const codes = createCodes({ db: house.db, clock: house.clock });
  const code = await house.db.tx((tx) => codes.create(tx, wish));
  t.match(code, /^[a-z2-7]{36}$/);
  t.equal(await codes.isLive('register', code), true);
  t.equal(await codes.isLive('recovery', code), false);
  await t.rejects(
    house.db.tx((tx) => codes.redeem(tx, 'recovery', code)),
    {
      code: 'forbidden',
      message: 'invalid code',
    },
  );
  house.time.now += 900_001;
  await t.rejects(
    house.db.tx((tx) => codes.redeem(tx, 'register', code)),
    { message: 'invalid code' },
  );

  const other = await house.db.tx((tx) => codes.create(tx, wish));
  t.same(await house.db.tx((tx) => codes.redeem(tx, 'register', ` ${other}\n`)), {
    user_id: null,
    payload: { a: 1 },
  });
  await t.rejects(
    house.db.tx((tx) => codes.redeem(tx, 'register', other)),
    { message: 'invalid code' },
  );
  await codes.prune();
});

t.test('SEC-07 a code redeemed in a transaction that fails is still good', async (t) => {
  const house = await openHouse(t);
  const codes = createCodes({ db: house.db, clock: house.clock });
  const code = await house.db.tx((tx) => codes.create(tx, wish));
  await t.rejects(
    house.db.tx(async (tx) => {
      await codes.redeem(tx, 'register', code);
      throw new Error('later');
    }),
  );
  t.equal(await codes.isLive('register', code), true);
});
