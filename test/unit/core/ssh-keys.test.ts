import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { KEY_TYPES, parseSshKey } from '../../../src/core/ssh-key-text.js';
import { caller, openHouse, temporary } from './house.js';

const str = (value: string | Buffer): Buffer => {
  const bytes = Buffer.from(value as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};
const line = (type: string, ...parts: (string | Buffer)[]): string =>
  `${type} ${Buffer.concat([type, ...parts].map(str)).toString('base64')}`;
const point = (size: number): Buffer => Buffer.concat([Buffer.of(4), Buffer.alloc(2 * size, 9)]);
const odd = (bytes: number): Buffer => Buffer.concat([Buffer.of(0), Buffer.alloc(bytes, 0xff)]);
const E = Buffer.from([1, 0, 1]);

const GOOD: Record<string, string> = {
  'ssh-rsa': line('ssh-rsa', E, odd(256)),
  'ssh-dss': line('ssh-dss', odd(128), odd(20), odd(128), odd(128)),
  'ssh-ed25519': line('ssh-ed25519', Buffer.alloc(32, 3)),
  'ecdsa-sha2-nistp256': line('ecdsa-sha2-nistp256', 'nistp256', point(32)),
  'ecdsa-sha2-nistp384': line('ecdsa-sha2-nistp384', 'nistp384', point(48)),
  'ecdsa-sha2-nistp521': line('ecdsa-sha2-nistp521', 'nistp521', point(66)),
  'sk-ssh-ed25519@openssh.com': line('sk-ssh-ed25519@openssh.com', Buffer.alloc(32, 3), 'ssh:'),
  'sk-ecdsa-sha2-nistp256@openssh.com': line(
    'sk-ecdsa-sha2-nistp256@openssh.com',
    'nistp256',
    point(32),
    'ssh:',
  ),
};

t.test('every type of OpenSSH is understood', (t) => {
  t.same(Object.keys(GOOD), KEY_TYPES);
  for (const [type, text] of Object.entries(GOOD)) {
    const parsed = parseSshKey(`  ${text}\tme@laptop work  `);
    t.match(parsed, { type, text, comment: 'me@laptop work' });
    t.match(parsed.fingerprint, /^SHA256:[A-Za-z0-9+/]{43}$/);
  }
  t.end();
});

t.test('what is not whole is refused, with a sentence', (t) => {
  const ed25519 = GOOD['ssh-ed25519'] ?? '';
  const blob = ed25519.split(' ')[1] ?? '';
  const bad: Record<string, string> = {
    'another type inside': `ssh-rsa ${blob}`,
    'one byte short': line('ssh-ed25519', Buffer.alloc(31, 3)),
    'one byte long': line('ssh-ed25519', Buffer.alloc(33, 3)),
    'cut off': `ssh-ed25519 ${blob.slice(0, -8)}`,
    'bytes behind': `ssh-ed25519 ${Buffer.concat([Buffer.from(blob, 'base64'), Buffer.of(0)]).toString('base64')}`,
    'a string too many': line('ssh-ed25519', Buffer.alloc(32), 'x'),
    'no blob': 'ssh-ed25519',
    'no base64': 'ssh-ed25519 ****',
    base64url: `ssh-ed25519 ${'_-'.repeat(34)}`,
    'an unknown type': line('ssh-ed448', Buffer.alloc(57)),
    'a name of every object': 'constructor AAAA',
    options: `command="id" ${ed25519}`,
    'two lines': `${ed25519}\n${ed25519}`,
    'a certificate': line('ssh-ed25519-cert-v01@openssh.com', Buffer.alloc(32), Buffer.alloc(32)),
    'the wrong curve': line('ecdsa-sha2-nistp256', 'nistp384', point(32)),
    'a compressed point': line(
      'ecdsa-sha2-nistp256',
      'nistp256',
      Buffer.concat([Buffer.of(2), Buffer.alloc(32)]),
    ),
    'a short RSA key': line('ssh-rsa', E, odd(64)),
    'a negative modulus': line('ssh-rsa', E, Buffer.alloc(256, 0xff)),
    'an even exponent': line('ssh-rsa', Buffer.of(2), odd(256)),
    'no application': line('sk-ssh-ed25519@openssh.com', Buffer.alloc(32, 3)),
    'a private key': '-----BEGIN OPENSSH PRIVATE KEY-----',
    'far too long': `ssh-rsa ${'A'.repeat(20_000)}`,
  };
  for (const [what, text] of Object.entries(bad)) {
    t.throws(() => parseSshKey(text), { code: 'invalid_params', faults: [{ pointer: '/key_public' }] }, what);
  }
  t.end();
});

t.test(
  'ssh-keygen agrees',
  { skip: existsSync('/usr/bin/ssh-keygen') ? false : 'no ssh-keygen here' },
  (t) => {
    const folder = temporary(t);
    for (const [type, bits] of [
      ['ed25519', '0'],
      ['rsa', '2048'],
      ['ecdsa', '256'],
      ['ecdsa', '384'],
      ['ecdsa', '521'],
    ] as const) {
      const file = join(folder, `${type}-${bits}`);
      execFileSync('ssh-keygen', [
        '-q',
        '-t',
        type,
        ...(bits === '0' ? [] : ['-b', bits]),
        '-N',
        '',
        '-f',
        file,
      ]);
      const shown = execFileSync('ssh-keygen', ['-lf', `${file}.pub`], { encoding: 'utf8' });
      t.equal(parseSshKey(readFileSync(`${file}.pub`, 'utf8')).fingerprint, shown.split(' ')[1]);
    }
    t.end();
  },
);

t.test('keys are entered once, listed and removed, each with its event', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  await house.addUser('bob');
  const alice = caller({ actor: await house.session('alice') });
  const bob = caller({ actor: await house.session('bob') });
  const public_key = `${GOOD['ssh-ed25519']} laptop`;
  const { id } = await house.sshKeys.add({ ...alice }, { name: '', public_key });
  await t.rejects(house.sshKeys.add(alice, { name: 'again', public_key }), {
    code: 'conflict',
    message: 'ssh key has already been added',
  });
  await house.sshKeys.add(bob, { name: 'shared', public_key });
  await t.rejects(house.sshKeys.add(alice, { name: 'x', public_key: ' ' }), {
    message: 'ssh key has not be empty',
  });
  await t.rejects(house.sshKeys.add(alice, { name: ' ', public_key: GOOD['ssh-rsa'] ?? '' }), {
    message: 'ssh key name has not be empty',
  });
  t.match(await house.db.read.sshKeys.ofUser(alice.actor?.user_id ?? 0), [
    { id, name: 'laptop', public_key: GOOD['ssh-ed25519'] },
  ]);
  await t.rejects(house.sshKeys.delete(bob, id), { code: 'not_found' }, "another user's key does not exist");
  await house.sshKeys.delete(alice, id);
  await t.rejects(house.sshKeys.delete(alice, id), { code: 'not_found' });
  const types = (await house.events()).map(({ type }) => type).filter((type) => type.startsWith('ssh-key.'));
  t.same(types, ['ssh-key.added', 'ssh-key.added', 'ssh-key.deleted']);
});

t.test('the switch closes it', async (t) => {
  const house = await openHouse(t, { disable_ssh_key_add: true });
  await house.addUser('alice');
  const alice = caller({ actor: await house.session('alice') });
  const refusal = { code: 'forbidden', message: 'ssh keys change is not allowed' };
  await t.rejects(house.sshKeys.add(alice, { name: 'a', public_key: GOOD['ssh-ed25519'] ?? '' }), refusal);
  await t.rejects(house.sshKeys.delete(alice, 1), refusal);
});
