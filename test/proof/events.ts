// `npm run proof -- events`: 100,000 events and 1,000 random disconnects; every subscriber has every number once.
import { proveEvents } from './support/events.js';
import { seedOfRun } from './support/random.js';

const seed = seedOfRun();
const events = Number(process.argv[2] ?? 100_000);
const disconnects = Number(process.argv[3] ?? 1_000);
const tell = (line: string): void => void process.stdout.write(`  ${line}\n`);

process.stdout.write(
  `seed ${seed}: ${events} events, ${disconnects} disconnects, 4 subscribers by JSON and 4 by MessagePack\n`,
);
const finding = await proveEvents({ seed, events, disconnects, readers: 8 }, tell);
for (const fault of finding.faults) tell(`WRONG ${fault}`);
process.stdout.write(
  `${finding.numbers} numbers to each of ${finding.connections.length} subscribers, ${finding.cuts} connections cut ` +
    `(connections opened: ${finding.connections.join(' ')}), ${finding.seconds.toFixed(1)} s: ` +
    `${finding.faults.length === 0 ? 'every number once, in order' : 'WRONG'}\n`,
);
process.exitCode = finding.faults.length === 0 ? 0 : 1;
