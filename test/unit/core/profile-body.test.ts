// The text of a profile: read as LXD would read it, within bounds, and the same again when nothing was changed.
import { performance } from 'node:perf_hooks';
import t from 'tap';
import { parseProfile, profileText } from '../../../src/core/objects/profile-body.js';
import { isAppError } from '../../../src/errors.js';

const fault = (text: string): string => {
  try {
    return JSON.stringify(parseProfile(text));
  } catch (error) {
    return isAppError(error) && error.code === 'invalid_params' ? error.message : `! ${String(error)}`;
  }
};

t.test('what is shown reads back the same', async (t) => {
  const profile = {
    name: 'web',
    description: 'yes',
    config: {
      'limits.cpu': '2',
      'security.nesting': 'true',
      'user.null': 'null',
      'user.date': '2026-01-01',
      'user.text': '# no comment',
      'cloud-init.user-data': '#cloud-config\nruncmd:\n  - echo "a: b"   \n\n',
      'user.long': `${'word '.repeat(60)}end`,
      'user.ctl': 'a\tb\u0001',
    },
    devices: { root: { type: 'disk', path: '/', pool: 'default', size: '1e3' } },
    used_by: ['/1.0/instances/a'],
    etag: 'e',
  };
  const { config, description, devices } = profile;
  t.same(parseProfile(profileText(profile, true)), { config, description, devices });
  t.match(profileText(profile, true), /used_by:\n {2}- \/1\.0\/instances\/a/);
  t.match(profileText(profile, false), /used_by: \[\]/);
});

t.test('values are the texts they were written as; an empty one is none', async (t) => {
  const { config } = parseProfile(
    'config: {a: 1.0, b: yes, c: True, d: ~, e: 0x10, f: "", g: "null", 5: 6, h: null, __proto__: x}',
  );
  t.same(Object.entries(config).sort(), [
    ['5', '6'],
    ['__proto__', 'x'],
    ['a', '1.0'],
    ['b', 'yes'],
    ['c', 'True'],
    ['e', '0x10'],
    ['g', 'null'],
  ]);
  t.same(parseProfile('name: x'), { config: {}, description: '', devices: {} });
  t.same(parseProfile('config:\ndevices:\n  d: {type: none}\n  e: *x\n'.replace('*x', '{}')).devices, {
    d: { type: 'none' },
    e: {},
  });
});

t.test('what is wrong is named, with its line', async (t) => {
  t.match(fault('config:\n  a: [1\n'), /^profile_body is no usable YAML at line 3: /);
  t.match(fault('config:\n  a: 1\n b: 2\n'), /at line 3/);
  t.match(fault('config:\n  a: 1\n  b: 2\n  a: 3\n'), /at line 4: has a twice/);
  t.match(fault('config: {}\n---\nconfig: {}\n'), /more than one document/);
  t.match(fault('{? [a] : b}'), /a key that is no text/);
  t.match(fault('config: [a]'), /must have a mapping as config/);
  t.match(fault('devices: {d: x}'), /must have a mapping as devices\.d/);
  t.match(fault('devices: {d: {a: [1]}}'), /must have a text as devices\.d\.a/);
  t.match(fault('description: {a: 1}'), /must have a text as description/);
  t.match(fault('conf: 1\nx: 2'), /has conf, x: it takes config, description, devices, name, used_by/);
  for (const text of ['', '~', 'x', '- a', '5']) t.match(fault(text), /must be a YAML mapping/, text);
});

t.test('bounded in size, depth, aliases and time', async (t) => {
  t.match(fault(`description: ${'x'.repeat(65_536)}`), /at most 64 KiB/);
  t.match(fault(`description: ${'ü'.repeat(32_768)}`), /at most 64 KiB/, 'bytes, not letters');
  const before = performance.now();
  const many = Array.from({ length: 5_000 }, (_, index) => `k${index}: *a`).join(',');
  for (const text of [
    '['.repeat(65_000),
    '{a: '.repeat(16_000),
    `config: &a {x: 1}\ndevices: {${many}}`,
    'a: &a [1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n',
    'config: &x {a: *x}\n',
    'config: {a: *nowhere}\n',
  ]) {
    t.match(fault(text), /^profile_body /, text.slice(0, 20));
  }
  t.ok(
    fault(`config: {${many.replaceAll('*a', '1')}}`).startsWith('{"config"'),
    'thousands of keys are fine',
  );
  t.ok(performance.now() - before < 5_000);
});
