// `npm run check`: everything that needs no running house, in two lanes, since each tool keeps one core busy.
import { spawn } from 'node:child_process';
import { TOP } from './steps.mjs';

/** Scripts of package.json; each lane stops at its first failure. Building checks the types of what it builds. */
const LANES = [
  ['lint', 'format:check'],
  ['build', 'typecheck:tests', 'boundaries', 'gen -- --check', 'apidocs'],
];

/** Runs a script; resolves with whether it passed, after its output was shown in one piece. */
async function passes(script) {
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', ...script.split(' ')], { cwd: TOP });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const status = await new Promise((done) => child.once('close', (code, signal) => done(code ?? signal)));
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${script.split(' ')[0]}  (${seconds} s)\n`);
  if (status !== 0) process.stdout.write(output);
  return status === 0;
}

async function lane(scripts) {
  for (const script of scripts) if (!(await passes(script))) return false;
  return true;
}

const results = await Promise.all(LANES.map(lane));
process.exitCode = results.every(Boolean) ? 0 : 1;
