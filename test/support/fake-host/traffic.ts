// What the fake's instances have sent and received since they were started.
import type { FakeInstance, Json } from './types.js';
import type { World } from './world.js';

/** Counters of instances; a start sets them to zero, as on the real one. */
export class FakeTraffic {
  private readonly runs = new WeakMap<FakeInstance, { started_at: number; rx: number; tx: number }>();

  /** Lets an instance receive and send bytes. */
  carry(instance: FakeInstance, rx: number, tx: number): void {
    const run = this.run(instance);
    run.rx += rx;
    run.tx += tx;
  }

  /** An instance with its state, as one answer has them. */
  full(world: World, instance: FakeInstance): Json {
    const rendered = world.render(instance);
    const config = { ...(rendered['config'] as Json), 'volatile.eth0.host_name': 'veth0' };
    const state = world.state(instance);
    if (instance.status === 'Stopped') return { ...rendered, config, state };
    const { rx, tx } = this.run(instance);
    const network = state['network'] as Record<string, Json>;
    const eth0 = { ...network['eth0'], counters: { bytes_received: rx, bytes_sent: tx }, host_name: 'veth0' };
    const lo = {
      type: 'loopback',
      host_name: '',
      hwaddr: '',
      counters: { bytes_received: 7, bytes_sent: 7 },
    };
    const own = { type: 'broadcast', host_name: 'ifb0', hwaddr: '', counters: { bytes_received: 9 } };
    return {
      ...rendered,
      config,
      state: { ...state, pid: 4242 + instance.started_at, network: { eth0, lo, docker0: own } },
    };
  }

  private run(instance: FakeInstance) {
    let run = this.runs.get(instance);
    if (run?.started_at !== instance.started_at) {
      run = { started_at: instance.started_at, rx: 0, tx: 0 };
      this.runs.set(instance, run);
    }
    return run;
  }
}
