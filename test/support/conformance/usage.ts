// What every host must tell of what an instance uses at this moment.
import type { Test } from 'tap';
import type { Host, InstanceRef } from '../../../src/providers/provider.js';

/** Runs the part with a running instance. */
export async function usageConformance(t: Test, host: Host, ref: InstanceRef): Promise<void> {
  await t.test('usage: of one that runs, and of none', async (t) => {
    const found = await host.usage(ref);
    t.equal(found?.power, 'running');
    t.ok((found?.memory_bytes ?? 0) > 100_000, 'bytes of memory');
    t.ok((found?.disk_bytes ?? -1) >= 0);
    t.equal(await host.usage({ project: ref.project, name: 'no-such-instance' }), null);
    const over = new AbortController();
    over.abort(new Error('given up'));
    await t.rejects(host.usage(ref, over.signal), 'given up before it began');
  });
}
