// `npm run proof -- queue`: 8 clients x 100 updates on one instance of a real LXD, beside the same without Gantry.
import { startStage } from './support/crash.js';
import { proveQueue, queueLines } from './support/queue.js';

const clients = 8;
const each = Number(process.argv[2] ?? 100);
const stage = await startStage('queue');
try {
  const { data } = await stage.house.client().request('instance.add', {
    server_id: stage.server_id,
    instance_name: 'queued',
    instance_image: 'busybox',
    wait: 60,
  });
  const instance_id = Array.isArray(data) ? 0 : (data.id ?? 0);
  const finding = await proveQueue(stage, { instance_id, name: 'queued' }, clients, each);
  for (const line of queueLines(finding)) process.stdout.write(`${line}\n`);
  process.exitCode = finding.successes === finding.updates && finding.faults.length === 0 ? 0 : 1;
} finally {
  await stage.close();
}
