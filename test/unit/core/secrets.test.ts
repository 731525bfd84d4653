import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { loadIdentity } from '../../../src/core/identity.js';
import { createSecrets, loadSecrets } from '../../../src/core/secrets.js';
import { openHouse, temporary } from './house.js';

t.test('SEC-43 what is sealed opens only in its place and unchanged', (t) => {
  const secrets = createSecrets([randomBytes(32)]);
  const sealed = secrets.seal('the secret', 'servers.key:1');
  t.equal(secrets.open(sealed, 'servers.key:1').toString(), 'the secret');
  t.notOk(sealed.includes('the secret'));
  t.notSame(sealed, secrets.seal('the secret', 'servers.key:1'), 'a nonce of its own');
  t.throws(() => secrets.open(sealed, 'servers.key:2'), 'swapped rows');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    t.throws(() => secrets.open(changed, 'servers.key:1'));
  }
  for (let length = 0; length < sealed.length; length++) {
    t.throws(() => secrets.open(sealed.subarray(0, length), 'servers.key:1'));
  }
  t.end();
});

t.test('SEC-43 several keys: the newest seals, the old ones still open', (t) => {
  const [old, fresh] = [randomBytes(32), randomBytes(32)];
  const sealed = createSecrets([old]).seal('x', 'a');
  const both = createSecrets([fresh, old]);
  t.equal(both.open(sealed, 'a').toString(), 'x');
  t.equal(both.isCurrent(sealed), false);
  t.equal(both.isCurrent(both.seal('x', 'a')), true);
  t.throws(() => createSecrets([fresh]).open(sealed, 'a'), /is missing/);
  t.end();
});

t.test('SEC-43 the key is a file of mode 0600, made once, or an environment variable', (t) => {
  const data = join(temporary(t), 'data');
  const sealed = loadSecrets({ data, env: {} }).seal('x', 'a');
  const file = join(data, 'gantry.key');
  t.equal(statSync(file).mode & 0o777, 0o600);
  t.equal(Buffer.from(readFileSync(file, 'utf8'), 'base64').length, 32);
  t.equal(loadSecrets({ data, env: {} }).open(sealed, 'a').toString(), 'x');
  t.same(readdirSync(data), ['gantry.key']);

  const fresh = randomBytes(32).toString('hex');
  writeFileSync(file, `${fresh}\n${readFileSync(file, 'utf8')}`);
  t.equal(loadSecrets({ data, env: {} }).open(sealed, 'a').toString(), 'x', 'a new first line rotates');
  t.equal(loadSecrets({ data, env: { GANTRY_KEY: readFileSync(file, 'utf8') } }).isCurrent(sealed), false);
  t.throws(() => loadSecrets({ data, env: { GANTRY_KEY: 'short' } }), /GANTRY_KEY: a data key is 32 bytes/);
  writeFileSync(file, 'rubbish\n');
  t.throws(() => loadSecrets({ data, env: {} }), /gantry\.key/);
  t.end();
});

t.test('SEC-43 our key to the fleet is in no file of the database, and survives a rotation', async (t) => {
  const folder = temporary(t);
  const [old, fresh] = [randomBytes(32), randomBytes(32)];
  const house = await openHouse(t, { folder });
  const first = await loadIdentity(house.db, createSecrets([old]), house.clock);
  t.match(first.cert, /BEGIN CERTIFICATE/);
  t.match(first.key, /BEGIN PRIVATE KEY/);
  t.same(await loadIdentity(house.db, createSecrets([old]), house.clock), first, 'the same again');
  t.same(await loadIdentity(house.db, createSecrets([fresh, old]), house.clock), first);
  t.same(
    await loadIdentity(house.db, createSecrets([fresh]), house.clock),
    first,
    'sealed again by the new key',
  );
  await house.close();
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    t.notOk(bytes.includes('PRIVATE KEY'), name);
    t.notOk(bytes.includes(first.key.split('\n')[1] ?? 'PRIVATE'), name);
  }
});
