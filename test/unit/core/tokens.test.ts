import { crc32 } from 'node:zlib';
import t from 'tap';
import type { Actor } from '../../../src/core/access.js';
import { isTokenText, newTokenText, tokenForm } from '../../../src/core/token-text.js';
import { until } from '../../support/until.js';
import { caller, openHouse, PASSWORD } from './house.js';

t.test('SEC-10 the text of a token has a prefix and a checksum', (t) => {
  for (let round = 0; round < 1000; round++) {
    const text = newTokenText();
    t.ok(/^gantry_[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}$/.test(text) && isTokenText(text), text.slice(0, 7));
  }
  const text = newTokenText();
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const sum = [...text.slice(50)].reduce((value, digit) => value * 62 + digits.indexOf(digit), 0);
  t.equal(sum, crc32(text.slice(7, 50)), 'a scanner can check it');
  const last = text.at(-1) === '0' ? '1' : '0';
  t.equal(isTokenText(text.slice(0, -1) + last), false);
  t.equal(isTokenText(`${text}x`), false);
  t.equal(isTokenText(text.toUpperCase()), false);
  t.end();
});

t.test('SEC-10 the database holds no token, only its hash', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const { token } = await house.accounts.login(caller(), 'alice', PASSWORD);
  const rows = JSON.stringify([await house.db.read.tokens.liveOf(1), await house.events()]);
  t.notOk(rows.includes(token));
  t.notOk(rows.includes(token.slice(7, 50)));
});

t.test('REL-76 a session stands for its user until it ends, and as long as clocks may differ', async (t) => {
  const house = await openHouse(t);
  const user_id = await house.addUser('alice');
  const { token } = await house.accounts.login(caller(), 'alice', PASSWORD);
  const actor = house.accounts.authenticate(token);
  t.match(actor, {
    user_id,
    login: 'alice',
    is_admin: false,
    kind: 'session',
    scopes: null,
    read_only: false,
    session_at: house.time.now,
  });
  t.equal(actor.personal_project_id, await house.db.read.projects.personalOf(user_id));
  t.equal(house.accounts.authenticate(token), actor, 'remembered');
  house.time.now += 2_592_000_000 + 59_999;
  t.equal(house.accounts.authenticate(token), actor, 'a clock that went ahead a minute ends nothing');
  house.time.now += 1;
  t.throws(() => house.accounts.authenticate(token), { code: 'unauthenticated' }, 'ended, though remembered');
  t.throws(() => house.accounts.authenticate(token), { code: 'unauthenticated' }, 'and read again');
  t.throws(() => house.accounts.authenticate(newTokenText()), { code: 'unauthenticated' });
  t.throws(() => house.accounts.authenticate("' or 1=1 --"), { code: 'unauthenticated' });
});

t.test('SEC-09 logout and revocation hold from the next call on, and tell who listens', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const { token } = await house.accounts.login(caller(), 'alice', PASSWORD);
  const actor = house.accounts.authenticate(token);
  const told: string[] = [];
  house.accounts.onRevoked(actor.token_id, () => told.push('one'));
  house.accounts.onRevoked(actor.token_id, () => told.push('two'))();
  await house.accounts.logout(caller({ actor }));
  t.same(told, ['one'], 'who left is not told');
  t.throws(() => house.accounts.authenticate(token), { code: 'unauthenticated' });

  const second = await house.accounts.login(caller(), 'alice', PASSWORD);
  const again = house.accounts.authenticate(second.token);
  const made = await house.tokens.create(caller({ actor: again }), { name: 'ci' });
  house.accounts.authenticate(made.token);
  await house.tokens.revoke(caller({ actor: again }), 'ci');
  t.throws(() => house.accounts.authenticate(made.token), { code: 'unauthenticated' });
  await t.rejects(house.tokens.revoke(caller({ actor: again }), 'ci'), {
    code: 'bad_state',
    message: 'token has been revoked',
  });
  await t.rejects(house.tokens.revoke(caller({ actor: again }), 'other'), {
    code: 'not_found',
    message: 'token not found',
  });
});

t.test('SEC-09 calls beside a revocation: none gets in after it was answered', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  for (let round = 0; round < 25; round++) {
    const { token } = await house.accounts.login(caller(), 'alice', PASSWORD);
    const actor = house.accounts.authenticate(token);
    house.tokens.changed(actor.user_id);
    let over = false;
    const revoking = house.accounts.logout(caller({ actor })).then(() => (over = true));
    while (!over) {
      try {
        house.accounts.authenticate(token);
      } catch {
        // Refused early is as good.
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    await revoking;
    t.throws(() => house.accounts.authenticate(token), { code: 'unauthenticated' });
  }
});

t.test('SEC-09 all tokens of a user can be revoked at once, and a disabled user has none', async (t) => {
  const house = await openHouse(t);
  const user_id = await house.addUser('alice');
  const { token } = await house.accounts.login(caller(), 'alice', PASSWORD);
  const { token_id } = house.accounts.authenticate(token);
  const gone = await house.db.tx((tx) => house.tokens.revokeAllOf(tx, user_id));
  house.tokens.revoked(gone);
  t.same(gone, [token_id]);
  t.throws(() => house.accounts.authenticate(token), { code: 'unauthenticated' });
  const disabled = await house.addUser('bob', 0, 1);
  const session = await house.db.tx((tx) => house.tokens.openSession(tx, disabled, ''));
  t.throws(() => house.accounts.authenticate(session.token), { code: 'unauthenticated' });
});

t.test('SEC-06 an API token needs a login a moment ago', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const actor = await house.session('alice');
  house.time.now += 299_000;
  await house.tokens.create(caller({ actor }), {});
  house.time.now += 1000;
  await t.rejects(house.tokens.create(caller({ actor }), {}), {
    code: 'reauth_required',
    message: /log in again/,
  });
  const fresh = await house.session('alice');
  t.ok((await house.tokens.create(caller({ actor: fresh }), {})).token);
});

t.test('SEC-09 a token that is being made when its maker loses the right to is not made', async (t) => {
  const house = await openHouse(t);
  const user_id = await house.addUser('alice');
  const make = (actor: Actor) => house.tokens.create(caller({ actor }), {});
  const gone = { code: 'unauthenticated', message: 'token has been revoked' };
  const left = await house.session('alice');
  const [, late] = await Promise.allSettled([house.accounts.logout(caller({ actor: left })), make(left)]);
  t.match(late, { status: 'rejected', reason: gone });
  const out = await house.session('alice');
  await house.db.tx((tx) => tx.users.update(user_id, { disabled_at: house.time.now }));
  await t.rejects(make(out), gone, 'disabled meanwhile');
  await house.db.tx((tx) => tx.users.update(user_id, { disabled_at: null }));
  t.ok((await make(out)).token, 'and nothing else is in the way');
  t.equal((await house.db.read.tokens.liveOf(user_id)).length, 2);
});

t.test('SEC-06 SEC-11 an API token makes only what it could do itself', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const actor = await house.session('alice');
  const made = await house.tokens.create(caller({ actor }), {
    lifetime_seconds: 3600,
    scopes: ['token:write', 'instance:*', '*:read'],
  });
  const api = house.accounts.authenticate(made.token);
  t.match(api, { kind: 'native', session_at: null, scopes: ['token:write', 'instance:*', '*:read'] });
  t.throws(() => house.accounts.requireRecentLogin(caller({ actor: api })), { code: 'forbidden' });
  house.time.now += 600_000;
  for (const scopes of [['instance:operate'], ['server:read'], ['*:read'], ['instance:*'], undefined]) {
    const { id } = await house.tokens.create(caller({ actor: api }), { scopes });
    t.equal((await house.db.read.tokens.get(id))?.expires_at, api.expires_at, 'and ends no later');
  }
  for (const scope of ['*', 'server:write', 'server:*', 'admin', '*:write']) {
    await t.rejects(
      house.tokens.create(caller({ actor: api }), { scopes: [scope] }),
      { code: 'forbidden' },
      scope,
    );
  }
  for (const scope of ['', 'Instance:read', 'instance', 'instance:fly', '*:*', "x';--"]) {
    await t.rejects(
      house.tokens.create(caller({ actor: api }), { scopes: [scope] }),
      { code: 'invalid_params', faults: [{ pointer: '/token_scopes' }] },
      scope,
    );
  }
});

t.test('names are unique, lifetimes bounded, revoke_all is one moment and spares sessions', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const actor = await house.session('alice');
  const one = await house.tokens.create(caller({ actor }), { name: 'ci' });
  await t.rejects(house.tokens.create(caller({ actor }), { name: 'ci' }), { code: 'conflict' });
  await t.rejects(house.tokens.create(caller({ actor }), { lifetime_seconds: 31_536_001 }), {
    code: 'invalid_params',
  });
  house.accounts.authenticate(one.token);
  const two = await house.tokens.create(caller({ actor }), { name: 'ci', revoke_all: true, read_only: true });
  t.throws(() => house.accounts.authenticate(one.token), { code: 'unauthenticated' });
  t.match(house.accounts.authenticate(two.token), { read_only: true, scopes: ['*'] });
  t.equal((await house.db.read.tokens.get(actor.token_id))?.revoked_at, null);
  const { rows, next } = await house.tokens.page(
    caller({ actor }),
    { limit: 2, after: null, column: 'id', descending: true },
    {},
  );
  t.same(
    rows.map(({ id }) => id),
    [two.id, one.id],
  );
  const rest = await house.tokens.page(
    caller({ actor }),
    { limit: 2, after: next, column: 'id', descending: true },
    {},
  );
  t.same(
    rest.rows.map(({ id }) => id),
    [actor.token_id],
  );
  t.equal(rest.next, null);
  const types = (await house.events()).map(({ type }) => type).filter((type) => type.startsWith('token.'));
  t.same(types, ['token.created', 'token.revoked', 'token.created']);
});

t.test('the last use is written once a minute', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const actor = await house.session('alice');
  const { id, token } = await house.tokens.create(caller({ actor }), {});
  const used = async () => (await house.db.read.tokens.get(id))?.last_used_at ?? 0;
  const from = house.time.now;
  house.tokens.authenticate(token, '192.0.2.9');
  await until(async () => (await used()) === from);
  t.equal((await house.db.read.tokens.get(id))?.last_used_addr, '192.0.2.9');
  house.time.now += 59_000;
  house.tokens.authenticate(token);
  await house.db.tx(async () => undefined);
  t.equal(await used(), from);
  house.time.now += 1000;
  house.tokens.authenticate(token);
  await until(async () => (await used()) === from + 60_000);
});

t.test(
  'REL-76 an hour forth and back ends no session that lives longer, and revives none that ended',
  async (t) => {
    const house = await openHouse(t);
    await house.addUser('alice');
    const actor = await house.session('alice');
    const long = await house.tokens.create(caller({ actor }), {});
    const short = await house.tokens.create(caller({ actor }), { lifetime_seconds: 1800 });
    for (const jump of [3_600_000, -3_600_000, -3_600_000, 3_600_000]) {
      house.time.now += jump;
      t.equal(house.tokens.authenticate(long.token).token_id, long.id);
      if (jump > 0 && house.time.now > 1_700_000_000_000)
        t.throws(() => house.tokens.authenticate(short.token), { code: 'unauthenticated' });
    }
  },
);

const DIALECTS = ['panel', 'cvm', 'aarch64', 'packet'] as const;

t.test('SEC-06 SEC-11 a token of another API counts there and nowhere else', async (t) => {
  const house = await openHouse(t);
  await house.addUser('root', 1);
  const actor = await house.session('root');
  const forms = {
    panel: /^panel_[A-Za-z0-9_-]{43}$/,
    cvm: /^gantry_/,
    aarch64: /^[0-9a-f]{48}$/,
    packet: /^gantry_/,
  };
  for (const kind of DIALECTS) {
    const made = await house.tokens.create(caller({ actor }), { kind, name: 'one name for all' });
    t.match(made.token, forms[kind]);
    t.equal(made.token.length, tokenForm(kind).length);
    t.equal(made.public_id !== null, kind === 'cvm', 'only a pair has a public half');
    const pair = made.public_id === null ? {} : { public_id: made.public_id };
    const refused = { code: 'unauthenticated' };
    t.throws(() => house.tokens.authenticate(made.token), refused, `${kind}: not on our wire, read`);
    t.match(house.tokens.authenticateKind(kind, made.token, pair), {
      kind,
      token_id: made.id,
      user_id: actor.user_id,
      scopes: [kind === 'cvm' ? 'client' : '*'],
    });
    t.throws(() => house.tokens.authenticate(made.token), refused, `${kind}: not on our wire, remembered`);
    for (const other of DIALECTS.filter((one) => one !== kind)) {
      t.throws(() => house.tokens.authenticateKind(other, made.token, pair), refused, `${kind} at ${other}`);
    }
    t.throws(() => house.tokens.authenticateKind(kind, made.token, { public_id: 'f'.repeat(32) }), refused);
    if (kind === 'cvm') t.throws(() => house.tokens.authenticateKind(kind, made.token), refused);
    t.throws(() => house.tokens.authenticateKind(kind, tokenForm(kind).make(), pair), refused);
    t.throws(() => house.tokens.authenticateKind(kind, "' or 1=1 --", pair), refused);
  }
  const native = await house.tokens.create(caller({ actor }), {});
  house.tokens.authenticate(native.token);
  for (const kind of DIALECTS) {
    t.throws(() => house.tokens.authenticateKind(kind, native.token), { code: 'unauthenticated' });
  }
  const stored = JSON.stringify(await house.db.read.tokens.liveOf(actor.user_id));
  t.notOk(stored.includes(native.token));
});

t.test('SEC-09 a revoked token of another API is dead at its next call', async (t) => {
  const house = await openHouse(t);
  const user_id = await house.addUser('root', 1);
  const actor = await house.session('root');
  for (const kind of DIALECTS) {
    const made = await house.tokens.create(caller({ actor }), { kind, name: kind });
    const pair = made.public_id === null ? {} : { public_id: made.public_id };
    house.tokens.authenticateKind(kind, made.token, pair);
    await house.tokens.revoke(caller({ actor }), kind);
    t.throws(() => house.tokens.authenticateKind(kind, made.token, pair), { code: 'unauthenticated' }, kind);
  }
  const panel = await house.tokens.create(caller({ actor }), { kind: 'panel' });
  house.tokens.authenticateKind('panel', panel.token);
  const all = await house.tokens.create(caller({ actor }), { kind: 'packet', revoke_all: true });
  t.throws(() => house.tokens.authenticateKind('panel', panel.token), { code: 'unauthenticated' });
  house.tokens.authenticateKind('packet', all.token);
  const again = await house.tokens.create(caller({ actor }), { kind: 'panel' });
  house.tokens.authenticateKind('panel', again.token);
  await house.db.tx((tx) => tx.users.update(user_id, { is_admin: 0 }));
  house.tokens.changed(user_id);
  t.throws(
    () => house.tokens.authenticateKind('panel', again.token),
    { code: 'unauthenticated' },
    'whose user is no administrator any more',
  );
});

t.test('SEC-06 SEC-11 who may make a token of another API, and with what limits', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const actor = await house.session('alice');
  await t.rejects(house.tokens.create(caller({ actor }), { kind: 'panel' }), {
    code: 'forbidden',
    message: 'not enough access rights',
  });
  const all = await house.tokens.create(caller({ actor }), { scopes: ['*'] });
  const api = house.tokens.authenticate(all.token);
  for (const kind of DIALECTS) {
    await t.rejects(house.tokens.create(caller({ actor: api }), { kind }), { code: 'forbidden' }, kind);
    await t.rejects(
      house.tokens.create(caller({ actor }), { kind, scopes: ['instance:read'] }),
      { code: 'invalid_params', faults: [{ pointer: '/token_scopes' }] },
      `${kind}: a scope its API would not keep`,
    );
  }
  for (const kind of ['cvm', 'aarch64'] as const) {
    await t.rejects(house.tokens.create(caller({ actor }), { kind, read_only: true }), {
      code: 'invalid_params',
      faults: [{ pointer: '/token_read_only' }],
    });
  }
  const reader = await house.tokens.create(caller({ actor }), { kind: 'packet', read_only: true });
  t.equal(house.tokens.authenticateKind('packet', reader.token).read_only, true);
  house.time.now += 300_000;
  await t.rejects(house.tokens.create(caller({ actor }), { kind: 'cvm' }), { code: 'reauth_required' });
});
