// REL-72: 8 clients update one instance of a real LXD at once; in full by `npm run proof -- queue`.
import t from 'tap';
import { startStage } from '../proof/support/crash.js';
import { proveQueue, queueLines } from '../proof/support/queue.js';
import { onRealLxd } from '../support/real.js';

const CLIENTS = 8;
const EACH = 25;

await onRealLxd('queue', real);

async function real(): Promise<void> {
  t.setTimeout(240_000);
  const stage = await startStage('queue');
  t.teardown(() => stage.close());
  const { data } = await stage.house.client().request('instance.add', {
    server_id: stage.server_id,
    instance_name: 'queued',
    instance_image: 'busybox',
    wait: 60,
  });
  const instance_id = Array.isArray(data) ? 0 : (data.id ?? 0);
  await t.test(
    `REL-72 ${CLIENTS} clients x ${EACH} updates on one instance all succeed, in the order accepted`,
    async (t) => {
      const finding = await proveQueue(stage, { instance_id, name: 'queued' }, CLIENTS, EACH);
      for (const line of queueLines(finding)) t.comment(line);
      t.equal(finding.successes, CLIENTS * EACH, 'every update succeeded');
      t.same(finding.faults, [], 'final state is the last accepted, and the order is that of acceptance');
      t.ok(finding.bare < finding.successes, `LXD alone carries out ${finding.bare} of as many`);
    },
  );
}
