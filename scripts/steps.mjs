// What up, verify and proof share: saying what happens, running programs, and asking first whether a step is done.
// Plain JavaScript on node's own modules: it runs in a clone without node_modules.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the clone. */
export const TOP = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** Debian packages without which better-sqlite3 cannot be compiled. */
const COMPILER = ['build-essential', 'python3'];
/** LXD as Debian has it, with what it only recommends but needs. */
export const LXD_PACKAGES = [
  'lxd',
  'lxd-client',
  'lxcfs',
  'dnsmasq-base',
  'nftables',
  'squashfs-tools',
  'xz-utils',
];
export const IMAGE_PACKAGES = ['busybox-static'];
/** What deltas and signatures of images are made with; the image server does without where they are missing. */
export const STREAM_PACKAGES = ['xdelta3', 'gpg', 'gpg-agent'];
/** What the tests in test/browser drive. */
export const BROWSER_PACKAGES = ['chromium'];

/** An end that was expected and explained: no stack, exit status 1. */
export class Stop extends Error {}

export const isRoot = () => process.getuid?.() === 0;

/** Says what is being done. */
export function say(text) {
  process.stdout.write(`- ${text}\n`);
}

/** Whether a program is on the path; gives its file. */
export function which(program) {
  const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return places.map((place) => join(place, program)).find((file) => existsSync(file)) ?? null;
}

/** Runs a program with our output; throws Stop when it fails. */
export async function run(program, args, options = {}) {
  const status = await new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: TOP, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  if (status !== 0) throw new Stop(`${[program, ...args].join(' ')} ended with ${status}`);
}

function hasPackage(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return stdout?.startsWith('install ok installed') === true;
}

/** The packages of a list that are not installed; none where there is no dpkg. */
export function missingPackages(names) {
  return which('dpkg-query') === null ? [] : names.filter((name) => !hasPackage(name));
}

/** What has to be compiled with: nothing once the native module is there. */
export function missingCompiler() {
  return nativeReady() || (which('g++') && which('make') && which('python3'))
    ? []
    : missingPackages(COMPILER);
}

/** Installs Debian packages; waits for another apt instead of failing. */
export async function aptInstall(names) {
  if (names.length === 0) return;
  say(`Debian packages: ${names.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const install = [...lock, 'install', '-y', '--no-install-recommends', ...names];
  try {
    await run('apt-get', [...lock, 'update'], { env });
  } catch {
    say('apt-get update failed; trying with the package lists that are there');
  }
  await run('apt-get', install, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

function nativeReady() {
  return existsSync(join(TOP, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'));
}

/** Whether node_modules is what package-lock.json says, as far as npm's own note tells. */
export function modulesReady() {
  let there;
  try {
    there = JSON.parse(readFileSync(join(TOP, 'node_modules/.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  const { packages } = JSON.parse(readFileSync(join(TOP, 'package-lock.json'), 'utf8'));
  return (
    nativeReady() &&
    Object.entries(packages).every(
      ([path, { version, optional, peer }]) =>
        path === '' || optional || peer || there[path]?.version === version,
    )
  );
}

/** npm ci, unless everything is there. */
export async function npmInstall() {
  if (modulesReady()) return;
  say('npm packages: npm ci, one to two minutes');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Compiles src and migrations, unless dist is newer than both. */
export async function build(force = false) {
  const built = join(TOP, 'dist/src/main.js');
  const sources = ['src', 'migrations', 'tsconfig.json'].map((name) => newest(join(TOP, name)));
  if (!force && existsSync(built) && statSync(built).mtimeMs >= Math.max(...sources)) return;
  say('build: dist/');
  await run(process.execPath, [join(TOP, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']);
}
