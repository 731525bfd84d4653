// `npm run proof -- images`: 20 copies by a real LXD with an old catalogue and 20 with new ones, while versions come and
// go without a pause.
import { startStreams } from '../support/streams.js';
import { graceLoop } from './support/images.js';

const copies = Number(process.argv[2] ?? 20);
const streams = await startStreams('grace');
try {
  const { published, old, fresh, faults, slowest_ms } = await graceLoop(streams, copies);
  process.stdout.write(
    `${published} versions published and retired beside ${old} copies with the old catalogue and ${fresh} with new ones, ` +
      `slowest ${Math.round(slowest_ms)} ms, faults: ${faults.length}\n`,
  );
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.exitCode = faults.length === 0 && published >= copies ? 0 : 1;
} finally {
  await streams.close();
}
