// `npm run proof -- upload`: an upload of 2 GiB whose server is killed 50 times; arguments: how many MiB, how many kills.
import { seedOfRun } from './support/random.js';
import { proveUpload } from './support/upload.js';

const seed = seedOfRun();
const mib = Number(process.argv[2] ?? 2048);
const kills = Number(process.argv[3] ?? 50);
const tell = (line: string): void => void process.stdout.write(`  ${line}\n`);
const text = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MiB`;

process.stdout.write(`seed ${seed}: ${mib} MiB, ${kills} kills\n`);
const { faults, resent, chunk_size, late, rss, seconds, ...finding } = await proveUpload(
  { seed, kills, size: mib * 1_048_576 },
  tell,
);
for (const fault of faults) tell(`WRONG ${fault}`);
process.stdout.write(
  `${finding.kills} kills (${late} while finishing), sent again ${text(resent)} in chunks of ${text(chunk_size)} ` +
    `(allowed ${text(finding.kills * chunk_size)}), memory ${text(rss.warm)} at most in the warm-up, ` +
    `${text(rss.most)} at most afterwards, ${seconds.toFixed(1)} s: ${faults.length === 0 ? 'every bit arrived' : 'WRONG'}\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
