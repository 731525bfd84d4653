// What is kept of a host's word: the same instance gives the same text; sizes and CPU sets as numbers.
import t from 'tap';
import { cpuCount, hostView, readHostView, sizeMb } from '../../../src/core/host-view.js';
import { cpuText, limitsOf, memoryText } from '../../../src/core/instance-add.js';
import { reservedBy } from '../../../src/core/quotas.js';
import type { HostInstance } from '../../../src/providers/provider.js';

const instance = {
  architecture: 'x86_64',
  description: 'd',
  profiles: ['default'],
  config: { 'volatile.uuid': 'u', 'user.b': '2', 'user.a': '1', 'image.os': 'busybox', 'image.release': '1' },
  devices: { b: { type: 'nic' }, a: { type: 'disk' } },
  expanded_config: { 'limits.memory': '1GiB', 'security.nesting': 'true' },
  expanded_devices: { root: { type: 'disk', path: '/' } },
} as unknown as HostInstance;

t.test('a view is the same text for the same content', async (t) => {
  const text = JSON.stringify(hostView(instance));
  const turned = { ...instance, config: Object.fromEntries(Object.entries(instance.config).reverse()) };
  t.equal(
    JSON.stringify(hostView({ ...turned, devices: { a: { type: 'disk' }, b: { type: 'nic' } } })),
    text,
  );
  t.notMatch(text, /volatile/, 'what changes by itself is not kept');
  t.same(readHostView(text), hostView(instance));
  t.match(hostView(instance), {
    image_os: 'busybox',
    image_version: '1',
    limits: { 'limits.memory': '1GiB' },
  });
  t.same(readHostView('{}'), {
    ...hostView({ ...instance, config: {}, devices: {}, profiles: [] }),
    architecture: '',
    description: '',
    limits: {},
    expanded_devices: {},
  });
});

t.test('sizes', async (t) => {
  const table: [string | undefined, number | null][] = [
    ['512MiB', 512],
    ['1GiB', 1024],
    ['1GB', 954],
    ['1TiB', 1_048_576],
    ['1048576', 1],
    ['2097152B', 2],
    ['100 MB', 95],
    ['50%', null],
    ['', null],
    ['x', null],
    ['1.5GiB', null],
    [undefined, null],
  ];
  for (const [text, mb] of table) t.equal(sizeMb(text), mb, String(text));
});

t.test('CPUs', async (t) => {
  const table: [string | undefined, number | null][] = [
    ['1', 1],
    ['16', 16],
    ['0-3', 4],
    ['0-3,5', 5],
    ['2,4', 2],
    ['x', null],
    ['', null],
    [undefined, null],
  ];
  for (const [text, count] of table) t.equal(cpuCount(text), count, String(text));
});

t.test('limits as callers write them', async (t) => {
  t.equal(memoryText('64'), '64MiB');
  t.equal(memoryText(' 128 '), '128MiB');
  t.equal(memoryText('1 GiB'), '1GiB');
  t.equal(memoryText('50%'), '50%');
  for (const text of ['0', '-1', '1.5', 'x', '1GiBB', '1e3', '64\nraw', '01']) {
    t.throws(() => memoryText(text), { code: 'invalid_params', message: /instance_memory/ }, text);
  }
  t.equal(cpuText('2'), '2');
  t.equal(cpuText('0-3'), '0-3');
  t.equal(cpuText('0,2-3'), '0,2-3');
  for (const text of ['0', '-1', '1-', '3-1', 'x', '1,', '99999']) {
    t.throws(() => cpuText(text), { code: 'invalid_params', message: /instance_cpu/ }, text);
  }
  t.same(limitsOf({ memory: '', cpu: '' }), {});
  const limits = limitsOf({ memory: '64', cpu: '0-1' });
  t.same(limits, { 'limits.memory': '64MiB', 'limits.cpu': '0-1' });
  t.same(
    reservedBy(limits, {
      root: { type: 'disk', path: '/', size: '1GiB' },
      data: { type: 'disk', path: '/data', size: '9GiB' },
    }),
    {
      vcpus: 2,
      memory_mb: 64,
      disk_mb: 1024,
    },
  );
});
