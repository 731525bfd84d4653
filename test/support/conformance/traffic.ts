// What every host must do about the counters of an instance.
import type { Test } from 'tap';
import type { Host, InstanceRef } from '../../../src/providers/provider.js';

/** Runs the part with a running instance; it is restarted. */
export async function trafficConformance(t: Test, host: Host, ref: InstanceRef): Promise<void> {
  await t.test(
    'traffic: devices by name, another run after a restart, none for what is not there',
    async (t) => {
      const before = await host.counters(ref);
      t.same(
        before?.map(({ nic }) => nic),
        ['eth0'],
        'no loopback',
      );
      const [first] = before ?? [];
      t.ok(Number.isSafeInteger(first?.rx) && Number.isSafeInteger(first?.tx));
      const [again] = (await host.counters(ref)) ?? [];
      t.equal(again?.run, first?.run, 'the same run');
      t.ok((again?.tx ?? 0) >= (first?.tx ?? 0));
      await host.setState(ref, 'restart', { force: true, timeout_s: 10 });
      const [after] = (await host.counters(ref)) ?? [];
      t.not(after?.run, first?.run, 'another run');
      t.equal(await host.counters({ ...ref, name: 'nowhere-to-be-found' }), null);
    },
  );
}
