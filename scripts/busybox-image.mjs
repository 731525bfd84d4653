// Builds the starter image: busybox in a combined LXD image of about 1 MB, bit for bit reproducible.
// Used by `npm run up` and by the tests with a real LXD; plain JavaScript because `up` runs before any build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const EPOCH = 1_700_000_000;
const ARCHITECTURES = { x64: 'x86_64', arm64: 'aarch64', arm: 'armv7l', ppc64: 'ppc64le', s390x: 's390x' };

const INITTAB = `::sysinit:/etc/init.d/rcS
console::respawn:/bin/sh -l
::shutdown:/bin/true
`;

// /proc stays as LXD mounted it: mounting it again would hide the lxcfs files that show the limits.
const RCS = `#!/bin/sh
export PATH=/sbin:/bin:/usr/sbin:/usr/bin
ip link set lo up
if [ -e /sys/class/net/eth0 ]; then
  ip link set eth0 up
  udhcpc -i eth0 -b -q -t 5 -T 1 -A 3 -x hostname:$(hostname) -s /etc/udhcpc.script >/dev/null 2>&1 &
fi
[ -x /etc/rc.local ] && /etc/rc.local &
exit 0
`;

// Only its own family is flushed: a routed interface comes with its IPv6 address set.
const UDHCPC = `#!/bin/sh
case "$1" in
  deconfig) ip -4 addr flush dev "$interface" ;;
  bound|renew)
    ip addr add "$ip/\${mask:-24}" dev "$interface" 2>/dev/null
    [ -n "$router" ] && ip route replace default via "\${router%% *}"
    : > /etc/resolv.conf
    for server in $dns; do echo "nameserver $server" >> /etc/resolv.conf; done
    ;;
esac
`;

const FILES = {
  'rootfs/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
  'rootfs/etc/group': 'root:x:0:\n',
  'rootfs/etc/inittab': INITTAB,
  'rootfs/etc/profile': 'export PATH=/sbin:/bin:/usr/sbin:/usr/bin\n',
  'templates/hostname.tpl': '{{ container.name }}\n',
};
const SCRIPTS = { 'rootfs/etc/init.d/rcS': RCS, 'rootfs/etc/udhcpc.script': UDHCPC };
const FOLDERS = [
  'bin',
  'sbin',
  'usr/bin',
  'usr/sbin',
  'proc',
  'sys',
  'dev',
  'tmp',
  'run',
  'root',
  'mnt',
  'var/log',
];

function metadata() {
  return `architecture: ${ARCHITECTURES[process.arch] ?? process.arch}
creation_date: ${EPOCH}
properties:
  description: Gantry starter image (busybox)
  name: gantry-busybox
  os: busybox
  release: "1"
  serial: "1"
  variant: default
templates:
  /etc/hostname:
    when:
      - create
      - copy
    template: hostname.tpl
`;
}

function put(root, path, text, mode) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}

function layTree(root, busybox) {
  for (const folder of FOLDERS) mkdirSync(join(root, 'rootfs', folder), { recursive: true });
  copyFileSync(busybox, join(root, 'rootfs/bin/busybox'));
  chmodSync(join(root, 'rootfs/bin/busybox'), 0o755);
  const applets = execFileSync(busybox, ['--list'], { encoding: 'utf8' }).split('\n').filter(Boolean);
  for (const applet of applets) {
    if (applet !== 'busybox') symlinkSync('/bin/busybox', join(root, 'rootfs/bin', applet));
  }
  symlinkSync('/bin/busybox', join(root, 'rootfs/sbin/init'));
  for (const [path, text] of Object.entries(FILES)) put(root, path, text, 0o644);
  for (const [path, text] of Object.entries(SCRIPTS)) put(root, path, text, 0o755);
  put(root, 'metadata.yaml', metadata(), 0o644);
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', root]);
  chmodSync(join(root, 'rootfs/tmp'), 0o1777);
  chmodSync(join(root, 'rootfs/root'), 0o700);
}

/** Where the static busybox is, or null when the package busybox-static is missing. */
export function findBusybox() {
  return ['/bin/busybox', '/usr/bin/busybox'].find((path) => existsSync(path)) ?? null;
}

/** Writes the image to `outFile` and returns its fingerprint (SHA-256, hex); throws when busybox, tar or gzip is missing. */
export function buildBusyboxImage(outFile) {
  const busybox = findBusybox();
  if (busybox === null) throw new Error('busybox is missing: install the package busybox-static');
  const work = mkdtempSync(join(tmpdir(), 'gantry-busybox-'));
  try {
    const root = join(work, 'image');
    layTree(root, busybox);
    const tar = join(work, 'image.tar');
    execFileSync('tar', [
      '--sort=name',
      `--mtime=@${EPOCH}`,
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      '--format=gnu',
      '-C',
      root,
      '-cf',
      tar,
      'metadata.yaml',
      'templates',
      'rootfs',
    ]);
    execFileSync('gzip', ['-n', '-9', tar]);
    const bytes = readFileSync(`${tar}.gz`);
    // The rename needs one file system; the work folder may be on another.
    const partial = `${resolve(outFile)}.${process.pid}.part`;
    writeFileSync(partial, bytes);
    renameSync(partial, resolve(outFile));
    return createHash('sha256').update(bytes).digest('hex');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const invoked = process.argv[1];
if (invoked !== undefined && import.meta.url === pathToFileURL(invoked).href) {
  const outFile = process.argv[2];
  if (outFile === undefined) {
    process.stderr.write('usage: node scripts/busybox-image.mjs FILE\n');
    process.exitCode = 2;
  } else {
    process.stdout.write(`${buildBusyboxImage(outFile)}\n`);
  }
}
