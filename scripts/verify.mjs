// `npm run verify`: all checks and all tests, from a clone without node_modules on. Last line: `N passed, N failed`.
import { checklist } from './checklist.mjs';
import {
  aptInstall,
  BROWSER_PACKAGES,
  build,
  IMAGE_PACKAGES,
  isRoot,
  LXD_PACKAGES,
  missingCompiler,
  missingPackages,
  npmInstall,
  run,
  say,
  Stop,
  STREAM_PACKAGES,
} from './steps.mjs';
import { filesOf, GROUPS, runFiles, sum } from './test.mjs';

let total = { passed: 0, failed: 0, skipped: 0 };

/** Runs one step as a check that passes or fails; gives whether it passed. */
async function step(name, work) {
  const started = performance.now();
  let passed = true;
  try {
    await work();
  } catch (error) {
    passed = false;
    process.stdout.write(`${error instanceof Stop ? error.message : error.stack}\n`);
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${name}  (${seconds} s)\n`);
  total = sum(total, { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
  return passed;
}

/** The compiler comes first: npm needs it, and works while apt fetches the rest. */
async function packages() {
  const compiler = missingCompiler();
  const rest = missingPackages([...LXD_PACKAGES, ...IMAGE_PACKAGES, ...STREAM_PACKAGES, ...BROWSER_PACKAGES]);
  if (!isRoot()) {
    const wanted = [...compiler, ...rest];
    if (wanted.length > 0) {
      say(`not root: without these packages, what needs them is skipped: ${wanted.join(' ')}`);
    }
    await npmInstall();
    return;
  }
  await aptInstall(compiler);
  await Promise.all([aptInstall(rest), npmInstall()]);
}

async function verify() {
  if (!(await step('packages of Debian and npm', packages))) return;
  await step('check', () => run('npm', ['run', '--silent', 'check']));
  if (!(await step('build', () => build()))) return;
  const together = [];
  const alone = [];
  for (const group of GROUPS) {
    const files = filesOf(group);
    if (group.lxd && !isRoot()) {
      const what = `test/${group.name}: ${files.length} files need root for an LXD of their own`;
      process.stdout.write(`\n*** SKIPPED ${what} ***\n\n`);
      const failed = process.env.CI ? files.length : 0;
      total = sum(total, { passed: 0, failed, skipped: files.length });
    } else (group.alone ? alone : together).push(...files);
  }
  total = sum(total, await runFiles(together));
  total = sum(total, await runFiles(alone, 1));
  await step('checklist', () => {
    const broken = checklist();
    if (broken.length > 0) throw new Stop(`npm run checklist: ${broken.join(', ')}`);
  });
}

await verify();
if (total.skipped > 0) process.stdout.write(`*** ${total.skipped} SKIPPED: see above ***\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
