// SEC-24: what a tenant may set of an instance, key by key.
import t from 'tap';
import { type TenantCheck, checkTenantConfig } from '../../../src/core/tenant-config.js';

const check = (given: Partial<TenantCheck>): string[] =>
  checkTenantConfig({ present: { config: {}, devices: {} }, admin: false, ...given });

const FORBIDDEN: readonly string[] = [
  'raw.lxc',
  'raw.qemu',
  'raw.qemu.conf',
  'raw.apparmor',
  'raw.seccomp',
  'raw.idmap',
  'security.privileged',
  'security.nesting',
  'security.idmap.isolated',
  'security.idmap.base',
  'security.idmap.size',
  'security.devlxd',
  'security.devlxd.images',
  'security.agent.metrics',
  'security.secureboot',
  'security.csm',
  'security.sev',
  'security.syscalls.allow',
  'security.syscalls.deny',
  'security.syscalls.deny_default',
  'security.syscalls.intercept.mount',
  'security.syscalls.intercept.mount.allowed',
  'security.syscalls.intercept.mknod',
  'security.syscalls.intercept.setxattr',
  'security.syscalls.intercept.bpf',
  'security.guestapi',
  'linux.kernel_modules',
  'linux.sysctl.kernel.shm_rmid_forced',
  'nvidia.runtime',
  'nvidia.driver.capabilities',
  'migration.stateful',
  'migration.incremental.memory',
  'boot.debug_edk2',
  'boot.autorestart',
  'cluster.evacuate',
  'limits.kernel.memlock',
  'limits.hugepages.2MB',
  'limits.memory.hugepages',
  'limits.memory.swap.priority',
  'limits.cpu.nodes',
  'agent.nic_config',
  'placement.group',
  'ubuntu_pro.guest_attach',
  'image.os',
  'snapshots.pattern',
  'user.',
  'environment.',
  'environment.LD-PRELOAD',
  'cloud-init.ssh-keys.x',
  'Raw.lxc',
  'raw.lxc ',
  ' security.privileged',
  'security.privileged\n',
  'limits.memory\n',
  'user.note\nraw.lxc',
  'cloud-init.user-data.extra',
  '',
  '__proto__',
  'constructor',
  'toString',
];
const NEVER = [
  'volatile.uuid',
  'volatile.eth0.hwaddr',
  'volatile.idmap.base',
  'user.gantry.uuid',
  'user.gantry.',
];
const ALLOWED: readonly string[] = [
  'limits.cpu',
  'limits.cpu.allowance',
  'limits.memory',
  'limits.memory.swap',
  'limits.processes',
  'boot.autostart',
  'boot.autostart.priority',
  'environment.PATH',
  'cloud-init.user-data',
  'cloud-init.vendor-data',
  'cloud-init.network-config',
  'snapshots.schedule',
  'security.protection.delete',
  'user.note',
  'user.a.b_c-d',
];

t.test('SEC-24 configuration keys', async (t) => {
  t.ok(FORBIDDEN.length > 40);
  for (const key of FORBIDDEN) {
    const config = Object.fromEntries([[key, 'x']]);
    t.throws(() => check({ config }), { code: 'forbidden', message: /instance_config/ }, JSON.stringify(key));
    t.same(
      check({ config, admin: true }),
      [key],
      `${JSON.stringify(key)} by an administrator, named for the audit row`,
    );
  }
  for (const key of NEVER) {
    t.throws(() => check({ config: { [key]: 'x' } }), { code: 'forbidden' }, key);
    t.throws(
      () => check({ config: { [key]: 'x' }, admin: true }),
      { code: 'forbidden' },
      `${key}, by nobody`,
    );
  }
  for (const key of ALLOWED) t.same(check({ config: { [key]: 'x' } }), [], key);
});

t.test('SEC-24 values of several lines only where a guest reads them', async (t) => {
  for (const key of ['environment.PATH', 'limits.memory', 'snapshots.schedule', 'boot.autostart']) {
    for (const value of ['1\nlxc.mount.entry = / mnt none bind', '1\0', '1\r2']) {
      t.throws(
        () => check({ config: { [key]: value } }),
        { code: 'forbidden' },
        `${key}: ${JSON.stringify(value)}`,
      );
    }
  }
  t.same(check({ config: { 'cloud-init.user-data': '#cloud-config\n', 'user.note': 'a\nb' } }), []);
});

t.test('SEC-24 what stands already may be sent back unchanged, and not otherwise', async (t) => {
  const present = {
    config: { 'security.nesting': 'true', 'volatile.uuid': 'u' },
    devices: {
      shared: { type: 'disk', source: '/srv', path: '/srv' },
      eth0: { type: 'nic', network: 'lxdbr0' },
    },
  };
  t.same(check({ present, config: { 'security.nesting': 'true', 'volatile.uuid': 'u' } }), []);
  t.throws(() => check({ present, config: { 'security.nesting': 'false' } }), { code: 'forbidden' });
  t.throws(() => check({ present, config: { 'volatile.uuid': 'v' } }), { code: 'forbidden' });
  t.throws(() => check({ present, config: { 'security.nesting': null } }), { code: 'forbidden' }, 'removed');
  t.same(
    check({ present, config: { 'security.privileged': null, 'volatile.none': null } }),
    [],
    'was not there',
  );
  t.same(check({ present, config: { 'user.note': null } }), []);
  t.same(check({ present, devices: { shared: { path: '/srv', source: '/srv', type: 'disk' } } }), []);
  t.throws(() => check({ present, devices: { shared: { type: 'disk', source: '/', path: '/srv' } } }), {
    code: 'forbidden',
  });
});

const DEVICES: readonly [Record<string, string>, boolean][] = [
  [{ type: 'nic', network: 'lxdbr0' }, true],
  [{ type: 'nic', network: 'lxdbr0', name: 'eth0', 'ipv4.address': '10.0.3.9' }, true],
  [{ type: 'nic', network: 'lxdbr0', 'limits.ingress': '10Mbit' }, true],
  [{ type: 'disk', path: '/', pool: 'default', size: '10GiB' }, true],
  [{ type: 'none' }, true],
  [{ type: 'nic', nictype: 'bridged', parent: 'br0' }, false],
  [{ type: 'nic', nictype: 'physical', parent: 'eth0' }, false],
  [{ type: 'nic', network: 'lxdbr0', parent: 'eth0' }, false],
  [{ type: 'nic', network: 'lxdbr0', 'security.mac_filtering': 'false' }, false],
  [{ type: 'nic', network: 'lxdbr0', 'ipv4.routes': '0.0.0.0/0' }, false],
  [{ type: 'nic', network: 'lxdbr0', host_name: 'veth0' }, false],
  [{ type: 'nic' }, false],
  [{ type: 'disk', path: '/mnt', source: '/' }, false],
  [{ type: 'disk', path: '/', source: '/dev/sda' }, false],
  [{ type: 'disk', path: '/mnt', pool: 'default', source: 'other' }, false],
  [{ type: 'disk', path: '/', pool: 'default', 'raw.mount.options': 'exec' }, false],
  [{ type: 'disk', source: 'ceph:pool/volume', path: '/mnt' }, false],
  [{ type: 'unix-char', path: '/dev/kmsg' }, false],
  [{ type: 'unix-block', path: '/dev/sda' }, false],
  [{ type: 'unix-hotplug' }, false],
  [{ type: 'usb', vendorid: '1' }, false],
  [{ type: 'gpu' }, false],
  [{ type: 'pci', address: '0' }, false],
  [{ type: 'tpm', path: '/dev/tpm0' }, false],
  [{ type: 'infiniband', nictype: 'physical', parent: 'ib0' }, false],
  [{ type: 'proxy', listen: 'tcp:0.0.0.0:22', connect: 'tcp:127.0.0.1:22', bind: 'host' }, false],
  [
    { type: 'proxy', listen: 'tcp:127.0.0.1:1', connect: 'unix:/var/lib/lxd/unix.socket', bind: 'instance' },
    false,
  ],
  [{ type: 'nic', network: 'lxdbr0', hwaddr: '00:16:3e:00:00:01\nlxc.mount.entry = /' }, false],
  [{ type: 'Disk', path: '/' }, false],
  [{}, false],
];

t.test('SEC-24 devices', async (t) => {
  for (const [device, fine] of DEVICES) {
    const devices = { d0: device };
    const what = JSON.stringify(device);
    if (fine) t.same(check({ devices }), [], what);
    else t.throws(() => check({ devices }), { code: 'forbidden', message: /instance_devices: d0/ }, what);
    t.same(check({ devices, admin: true }), fine ? [] : ['device d0'], `${what}, by an administrator`);
  }
  t.same(check({ devices: { eth0: null } }), [], 'a device of the profile comes back by removing it');
});
