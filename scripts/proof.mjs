// `npm run proof -- <name>`: one of the long proofs of test/proof in its full form, with a seed that repeats it.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, npmInstall, TOP } from './steps.mjs';

const [name, ...args] = process.argv.slice(2);
const folder = join(TOP, 'test/proof');
const file = join(folder, `${name}.ts`);
if (name === undefined || !existsSync(file)) {
  const known = existsSync(folder)
    ? readdirSync(folder)
        .filter((one) => one.endsWith('.ts'))
        .map((one) => one.slice(0, -3))
    : [];
  process.stderr.write(
    `npm run proof -- <name> [part...] [--seed N]; names: ${known.join(', ') || 'none'}\n`,
  );
  process.exit(2);
}
const at = args.indexOf('--seed');
const seed = at < 0 ? (process.env.GANTRY_PROOF_SEED ?? String(randomInt(1, 2 ** 31))) : String(args[at + 1]);
const parts = at < 0 ? args : args.toSpliced(at, 2);
await npmInstall();
await build();
process.stdout.write(`proof ${name}, seed ${seed} (repeat with: npm run proof -- ${name} --seed ${seed})\n`);
const child = spawn(process.execPath, ['--import', 'tsx', file, ...parts], {
  cwd: TOP,
  stdio: 'inherit',
  env: { ...process.env, GANTRY_PROOF: 'full', GANTRY_PROOF_SEED: seed, TAP_TIMEOUT: '7200' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => {
  process.stdout.write(`proof ${name}, seed ${seed}: ${code === 0 ? 'holds' : 'DOES NOT HOLD'}\n`);
  process.exitCode = code ?? 1;
});
