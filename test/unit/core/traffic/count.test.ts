// The rule of counting traffic, and which interfaces of a host's answer are devices.
import t from 'tap';
import { type Before, count, crossings } from '../../../../src/core/traffic/count.js';
import { toCounters } from '../../../../src/providers/lxd/traffic.js';

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

t.test('invariant 3: whatever is read, totals never fall', async (t) => {
  for (let seed = 1; seed <= 200; seed++) {
    const next = numbers(seed);
    let before: Before | undefined;
    for (let turn = 0; turn < 50; turn++) {
      const { after, rx, tx } = count(before, {
        run: String(next(3)),
        rx: next(1000),
        tx: next(4) === 0 ? 0 : next(1_000_000),
      });
      if (
        rx < 0 ||
        tx < 0 ||
        after.rx_total < (before?.rx_total ?? 0) ||
        after.tx_total < (before?.tx_total ?? 0)
      )
        return t.fail(`seed ${seed}, turn ${turn}`);
      before = after;
    }
  }
  t.pass('they never do');
});

t.test('read at least once in each run, the total is what was carried', async (t) => {
  for (let seed = 1; seed <= 200; seed++) {
    const next = numbers(seed);
    let before: Before | undefined;
    let carried = 0;
    for (let run = 0; run < 5; run++) {
      let raw = 0;
      for (let turn = 0; turn <= next(5); turn++) {
        raw += next(10_000);
        before = count(before, { run: `run ${run}`, rx: raw, tx: 0 }).after;
      }
      carried += raw;
    }
    if (before?.rx_total !== carried) return t.fail(`seed ${seed}`);
  }
  t.pass('it is');
});

t.test('a limit is crossed once', async (t) => {
  const limits = { traffic_in_limit: 10, traffic_out_limit: 0, traffic_total_limit: 0 };
  t.same(crossings(limits, { rx: 9, tx: 99 }, { rx: 10, tx: 100 }), [
    { direction: 'in', limit: 10, used: 10 },
  ]);
  t.same(crossings(limits, { rx: 10, tx: 0 }, { rx: 11, tx: 0 }), []);
  const total = { traffic_in_limit: 1, traffic_out_limit: 1, traffic_total_limit: 10 };
  t.same(crossings(total, { rx: 0, tx: 0 }, { rx: 5, tx: 6 }), [{ direction: 'total', limit: 10, used: 11 }]);
});

t.test('only devices count: neither loopback nor what the guest made, under whatever name', async (t) => {
  const counters = (n: number) => ({ bytes_received: n, bytes_sent: 2 * n });
  const entry = {
    config: {
      'volatile.eth0.host_name': 'veth1',
      'volatile.eth0.hwaddr': '00:16:3e:00:00:01',
      'volatile.wan.hwaddr': '00:16:3E:00:00:02',
    },
    expanded_devices: {
      root: { type: 'disk' },
      eth0: { type: 'nic' },
      wan: { type: 'nic', nictype: 'macvlan' },
      gone: { type: 'nic' },
    },
    state: {
      pid: 7,
      network: {
        lo: { type: 'loopback', host_name: '', hwaddr: '', counters: counters(1) },
        renamed: {
          type: 'broadcast',
          host_name: 'veth1',
          hwaddr: '02:00:00:00:00:09',
          counters: counters(10),
        },
        docker0: { type: 'broadcast', host_name: '', hwaddr: '02:00:00:00:00:08', counters: counters(100) },
        va: { type: 'broadcast', host_name: 'ifb0', hwaddr: '02:00:00:00:00:07', counters: counters(1000) },
        wan: { type: 'broadcast', host_name: '', hwaddr: '00:16:3e:00:00:02', counters: counters(10_000) },
      },
    },
  };
  t.same(toCounters(entry), [
    { nic: 'eth0', run: '7/veth1', rx: 10, tx: 20 },
    { nic: 'wan', run: '7/', rx: 10_000, tx: 20_000 },
  ]);
  t.same(toCounters({ ...entry, state: { pid: 0, network: null } }), [], 'stopped');
});
