// Runs test files, each in a process of its own under tsx, and adds up what their TAP says.
// `node scripts/test.mjs [folder or file]...`; the last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createInterface } from 'node:readline';
import { idsIn, writeResults } from './results.mjs';
import { TOP } from './steps.mjs';

/**
 * Folders of test/, with how long one file may take, in seconds; the longest first, so that no core waits at the end.
 * `alone`: changes what the whole machine has. `lxd`: needs root for a daemon of its own.
 */
export const GROUPS = [
  { name: 'crash', limit: 500 },
  { name: 'lxd', limit: 400, lxd: true },
  { name: 'api', limit: 300 },
  { name: 'sweep', limit: 300 },
  { name: 'dialects', limit: 300 },
  { name: 'security', limit: 300 },
  { name: 'browser', limit: 120, lxd: true },
  { name: 'migrations', limit: 180 },
  { name: 'unit', limit: 180 },
  { name: 'up', limit: 300, alone: true },
];
/** Files side by side: the machine has two cores. */
const JOBS = 2;

/** Every *.test.ts below a folder, in order. */
export function testFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .flatMap((file) =>
      statSync(file).isDirectory() ? testFiles(file) : file.endsWith('.test.ts') ? [file] : [],
    );
}

/** Adds two results. */
export function sum(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/**
 * Reads a TAP stream line by line. Assertions of the innermost level count; a test that only sums up its own does not,
 * unless it failed without one of them failing. What is skipped is told with its reason. Titles that name a requirement
 * are kept with their result, at whatever level they stand.
 */
export function tapReader() {
  const result = { passed: 0, failed: 0, skipped: 0, failures: [], skips: [], named: [] };
  const inner = new Map();
  let diagnostic = -1;
  let planned = false;
  return {
    line(text) {
      const depth = text.length - text.trimStart().length;
      if (diagnostic >= 0) {
        if (depth === diagnostic && text.trim() === '...') diagnostic = -1;
        return;
      }
      if (text.trim() === '---') {
        diagnostic = depth;
        return;
      }
      if (/^1\.\.\d+/.test(text)) planned = true;
      const match = /^( *)(not ok|ok)\b *\d*(?: - )?(.*)$/.exec(text);
      if (match === null) return;
      const [, , verdict, title] = match;
      const below = inner.get(depth + 4);
      inner.delete(depth + 4);
      const failed = verdict === 'not ok' && !/# TODO/i.test(title);
      const own = inner.get(depth) ?? { failed: false };
      inner.set(depth, { failed: own.failed || failed });
      const skip = /# SKIP ?(.*)$/i.exec(title);
      if (idsIn(title).length > 0) {
        const said = skip !== null ? 'skipped' : failed ? 'failed' : 'passed';
        result.named.push({ title: title.replace(/ # .*$/, ''), result: said });
      }
      if (skip !== null) {
        result.skipped++;
        result.skips.push(skip[1] || title);
      } else if (below === undefined || (failed && !below.failed)) {
        result[failed ? 'failed' : 'passed']++;
        if (failed) result.failures.push(title);
      }
    },
    /** A process that died without saying so has failed. */
    end(status) {
      if (status !== 0 && result.failed === 0) {
        result.failed++;
        result.failures.push(`the process ended with ${status}`);
      } else if (!planned && result.failed === 0) {
        result.failed++;
        result.failures.push('the file ran no test to its end');
      }
      return result;
    },
  };
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left, which is what was wanted.
  }
}

/** Runs one file; resolves with its counts. A failing one shows its output. */
async function runFile(file, limit, running) {
  const name = relative(TOP, file);
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: TOP,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TAP_TIMEOUT: String(limit), NODE_ENV: 'test' },
  });
  running.add(child.pid);
  const reader = tapReader();
  const output = [];
  let errors = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    output.push(line);
    reader.line(line);
  });
  child.stderr.on('data', (chunk) => (errors = (errors + chunk).slice(-8_000)));
  const closed = new Promise((done) => child.once('close', (code, signal) => done(code ?? signal)));
  const timer = setTimeout(() => killGroup(child.pid), (limit + 15) * 1_000);
  child.once('exit', () => {
    // Children that outlive their test would hold the output open, and this run with it.
    setTimeout(() => killGroup(child.pid), 1_000).unref();
  });
  const status = await closed;
  clearTimeout(timer);
  running.delete(child.pid);
  const result = reader.end(status);
  // Where everything is meant to run, a file that left all of it out is no success.
  if (process.env.CI && result.passed === 0 && result.skipped > 0) {
    result.failed++;
    result.failures.push('everything in it was skipped');
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const mark = result.failed > 0 ? 'FAILED' : 'ok';
  process.stdout.write(
    `${mark.padEnd(6)} ${name}  ${result.passed} passed, ${result.failed} failed  (${seconds} s)\n`,
  );
  for (const reason of new Set(result.skips)) process.stdout.write(`SKIPPED ${name}: ${reason}\n`);
  if (result.failed > 0) process.stdout.write(`${output.join('\n')}\n${errors}\n`);
  return result;
}

/** The files of a group, as runFiles takes them. */
export function filesOf(group) {
  return testFiles(join(TOP, 'test', group.name)).map((file) => ({ file, limit: group.limit }));
}

/** Runs files side by side; nothing of them is left behind when this process is told to stop. */
export async function runFiles(files, jobs = JOBS) {
  const running = new Set();
  const stop = (signal) => {
    for (const pid of running) killGroup(pid);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let total = { passed: 0, failed: 0, skipped: 0 };
  const named = {};
  const queue = [...files];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { file, limit } = next;
      const result = await runFile(file, limit, running);
      // After the await: another file may have been added meanwhile.
      total = sum(total, result);
      named[relative(TOP, file)] = result.named;
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
  writeResults(named);
  return total;
}

async function main(args) {
  const groups = GROUPS.map((group) => ({ ...group, path: join(TOP, 'test', group.name) }));
  let total = { passed: 0, failed: 0, skipped: 0 };
  const chosen =
    args.length === 0
      ? groups.filter(({ lxd }) => !lxd).map(({ path }) => path)
      : args.map((arg) => resolve(arg));
  for (const path of chosen) {
    const files = testFiles(path);
    if (files.length === 0 && args.length > 0) throw new Error(`no tests at ${path}`);
    const group = groups.find((one) => path.startsWith(one.path));
    const listed = files.map((file) => ({ file, limit: group?.limit ?? 300 }));
    total = sum(total, await runFiles(listed, group?.alone ? 1 : JOBS));
  }
  if (total.skipped > 0) process.stdout.write(`${total.skipped} SKIPPED\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await main(process.argv.slice(2));
