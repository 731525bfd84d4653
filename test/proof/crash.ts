// `npm run proof -- crash`: every named crash point once, and 200 random kills while 8 clients act on a real LXD.
// Arguments for a part of it: how many kills, and `points` or `kills` alone.
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allPoints } from './support/points.js';
import { crashAtPoints, crashAtRandom, type Finding, startStage } from './support/crash.js';
import { seedOfRun } from './support/random.js';

const seed = seedOfRun();
const kills = Number(process.argv[2] ?? 200);
const chosen = process.argv[3];
const started = performance.now();
const wrong: Finding[] = [];

function tell(finding: Finding): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  process.stdout.write(
    `${seconds} s  ${finding.faults.length === 0 ? 'ok    ' : 'WRONG '} ${finding.title}\n`,
  );
  for (const fault of finding.faults) process.stdout.write(`          ${fault}\n`);
  if (finding.faults.length > 0) wrong.push(finding);
}

const points = allPoints();
process.stdout.write(`seed ${seed}: ${points.length} named points, then ${kills} random kills\n`);
for (const part of ['points', 'kills'] as const) {
  if (chosen !== undefined && chosen !== part) continue;
  const stage = await startStage(`crash${part}`);
  try {
    if (part === 'points') await crashAtPoints(stage, points, tell);
    else await crashAtRandom(stage, { seed, kills }, tell);
    if (wrong.length > 0) {
      const kept = join(tmpdir(), `gantry-proof-wrong-${seed}`);
      await cp(stage.house.dir, kept, { recursive: true });
      process.stdout.write(`          database and log are kept in ${kept}\n`);
    }
    for (const line of await stage.house.errors())
      process.stdout.write(`          log: ${line.slice(0, 400)}\n`);
  } finally {
    await stage.close();
  }
}
const done = [
  chosen !== 'kills' && `${points.length} points`,
  chosen !== 'points' && `${kills} kills`,
].filter(Boolean);
const verdict = wrong.length === 0 ? 'every invariant holds' : `${wrong.length} runs are wrong`;
process.stdout.write(`seed ${seed}: ${done.join(' and ')}, ${verdict}\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
