// What the fake host has: instances with LXD's rules about them, images, networks, pools, profiles.
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventHub } from './events.js';
import { FakeSessions } from './sessions.js';
import { FakeTraffic } from './traffic.js';
import { BANNER, defaultFiles } from './files.js';
import {
  Refusal,
  type ExecHandler,
  type FakeImage,
  type FakeImageFile,
  type FakeInstance,
  type FakeNetwork,
  type FakeSnapshot,
  type FakeVolume,
  type Faults,
  type Json,
} from './types.js';

/** Milliseconds each kind of work takes. */
export interface Delays {
  create: number;
  start: number;
  stop: number;
  other: number;
}

const UNKNOWN_KEY =
  /^(?:user|limits|security|boot|cloud-init|environment|image|volatile|raw|snapshots|linux|migration|nvidia|cluster|placement)\./;

export class World {
  readonly instances = new Map<string, FakeInstance>();
  readonly projects = new Set(['default']);
  readonly images: FakeImage[] = [];
  /** Bytes of images by fingerprint: the whole, or metadata and root; what is not here is made when asked for. */
  readonly imageFiles = new Map<string, FakeImageFile[]>();
  /** Images a simplestreams server would have: alias or fingerprint -> fingerprint. */
  readonly remoteImages = new Map<string, string>();
  readonly profiles = new Map<
    string,
    { description: string; config: Record<string, string>; devices: FakeInstance['devices'] }
  >();
  readonly networks = new Map<string, FakeNetwork>([
    [
      'lxdbr0',
      {
        type: 'bridge',
        managed: true,
        config: { 'ipv4.address': '10.0.3.1/24', 'ipv4.nat': 'true', 'ipv6.address': 'none' },
        description: '',
      },
    ],
    ['eth0', { type: 'physical', managed: false, config: {}, description: '' }],
  ]);
  /** Of the daemon itself. */
  readonly config = new Map<string, string>();
  readonly volumes: FakeVolume[] = [];
  readonly snapshots = new WeakMap<FakeInstance, Map<string, FakeSnapshot>>();
  /** Devices that an instance of this name has from the start. */
  readonly inborn = new Map<string, FakeInstance['devices']>();
  readonly certificates = new Map<string, { name: string; type: string }>();
  /** Work that met other work on the same instance: what the control plane's queue must prevent. */
  readonly overlaps: { instance: string; running: string; attempted: string }[] = [];
  exec: ExecHandler = defaultExec;
  readonly sessions = new FakeSessions();
  readonly traffic = new FakeTraffic();
  private addresses = 10;

  constructor(
    readonly flavour: 'lxd' | 'incus',
    readonly events: EventHub,
    readonly faults: Faults,
    readonly delays: Delays,
  ) {
    const fingerprint = createHash('sha256').update('busybox').digest('hex');
    this.images.push({
      fingerprint,
      aliases: ['busybox'],
      type: 'container',
      properties: { description: 'Busybox', os: 'busybox', release: '1', serial: '1' },
      size: 1_032_973,
      cached: false,
      created_at: '2023-11-14T22:13:20Z',
    });
    this.remoteImages.set('busybox', fingerprint);
    this.profiles.set('default', {
      description: 'Default profile',
      config: {},
      devices: {
        root: { type: 'disk', path: '/', pool: 'default' },
        eth0: { type: 'nic', name: 'eth0', network: 'lxdbr0' },
      },
    });
  }

  find(project: string, name: string): FakeInstance | undefined {
    return this.instances.get(`${project}/${name}`);
  }

  need(project: string, name: string): FakeInstance {
    const found = this.find(project, name);
    if (found === undefined) throw new Refusal(404, 'Instance not found');
    return found;
  }

  /** Puts an instance there at once, as if it had always been. */
  place(name: string, given: Partial<FakeInstance> = {}): FakeInstance {
    const now = new Date().toISOString();
    const project = given.project ?? 'default';
    const instance: FakeInstance = {
      project,
      name,
      type: 'container',
      status: 'Stopped',
      description: '',
      profiles: ['default'],
      location: 'none',
      created_at: now,
      last_used_at: '1970-01-01T00:00:00Z',
      started_at: 0,
      busy: '',
      logs: new Map([['lxc.log', '']]),
      files: defaultFiles(name),
      console: '',
      ...given,
      devices: { ...given.devices, ...this.inborn.get(name) },
      config: {
        'image.os': 'busybox',
        'volatile.uuid': randomUUID(),
        'volatile.last_state.power': 'STOPPED',
        'volatile.eth0.hwaddr': `00:16:3e:00:00:${(this.addresses++ % 256).toString(16).padStart(2, '0')}`,
        ...given.config,
      },
    };
    this.instances.set(`${project}/${name}`, instance);
    if (instance.status === 'Running') this.markStarted(instance);
    return instance;
  }

  markStarted(instance: FakeInstance): void {
    instance.status = 'Running';
    instance.console = BANNER;
    instance.started_at = Date.now();
    instance.last_used_at = new Date().toISOString();
    instance.config['volatile.last_state.power'] = 'RUNNING';
  }

  /** Holds the instance for one piece of work; like 5.0.2 it fails when something else holds it. */
  async exclusively(instance: FakeInstance, what: string, work: () => Promise<void>): Promise<void> {
    this.refuseOverlap(instance, what);
    instance.busy = what;
    try {
      await work();
    } finally {
      instance.busy = '';
    }
  }

  refuseOverlap(instance: FakeInstance, what: string): void {
    if (instance.busy === '') return;
    this.overlaps.push({ instance: instance.name, running: instance.busy, attempted: what });
    if (what === 'update' && instance.busy === 'update') {
      throw new Refusal(
        500,
        'Failed to create instance update operation: A matching non-reusable operation has now succeeded',
      );
    }
    throw new Refusal(
      500,
      `Failed to create instance ${what} operation: Instance is busy running a "${instance.busy}" operation`,
    );
  }

  /** Announces what happened to an instance. */
  lifecycle(action: string, instance: { project: string; name: string }, context?: Json): void {
    const suffix = instance.project === 'default' ? '' : `?project=${instance.project}`;
    const metadata: Json = {
      action: `instance-${action}`,
      source: `/1.0/instances/${instance.name}${suffix}`,
    };
    if (context !== undefined) metadata['context'] = context;
    if (/^(?:stopped|shutdown|restarted|deleted)$/.test(action)) this.sessions.ended(instance);
    this.events.emit('lifecycle', instance.project, metadata);
  }

  async changeState(instance: FakeInstance, action: string, force: boolean, timeout: number): Promise<void> {
    const stopped = instance.status === 'Stopped';
    if (action === 'start') {
      if (instance.status === 'Running') throw new Error('The instance is already running');
    } else if (action === 'stop' || action === 'restart') {
      if (stopped) throw new Error('The instance is already stopped');
    } else if (stopped) throw new Error("The container isn't running");
    else if (action === 'freeze' && instance.status === 'Frozen')
      throw new Error('The container is already frozen');
    else if (action === 'unfreeze' && instance.status === 'Running')
      throw new Error('The container is already running');
    await this.exclusively(instance, action, () => this.perform(instance, action, force, timeout));
  }

  private async perform(
    instance: FakeInstance,
    action: string,
    force: boolean,
    timeout: number,
  ): Promise<void> {
    if ((action === 'stop' || action === 'restart') && !force && this.faults.ignore_shutdown) {
      await pause(timeout * 1000);
      throw new Error('Failed shutting down instance, status is "Running": context deadline exceeded');
    }
    const { start, stop, other } = this.delays;
    await pause(
      action === 'start' ? start : action === 'stop' ? stop : action === 'restart' ? start + stop : other,
    );
    if (action === 'start' || action === 'restart') {
      this.markStarted(instance);
      this.lifecycle(action === 'start' ? 'started' : 'restarted', instance);
    } else if (action === 'stop') {
      instance.status = 'Stopped';
      instance.config['volatile.last_state.power'] = 'STOPPED';
      this.lifecycle(force ? 'stopped' : 'shutdown', instance);
    } else {
      instance.status = action === 'freeze' ? 'Frozen' : 'Running';
      this.lifecycle(action === 'freeze' ? 'paused' : 'resumed', instance);
    }
  }

  /** LXD's own checks of configuration, devices and profiles. */
  check(config: Record<string, string>, devices: FakeInstance['devices'], profiles: string[]): void {
    for (const profile of profiles)
      if (!this.profiles.has(profile)) throw new Refusal(404, 'Profile not found');
    for (const [key, value] of Object.entries(config)) {
      if (!UNKNOWN_KEY.test(key)) throw new Refusal(500, `Invalid config: Unknown configuration key: ${key}`);
      if (key === 'limits.memory' && !/^\d+(?:\.\d+)?\s*(?:%|[KMGTPE]i?B|B)?$/.test(value)) {
        throw new Refusal(500, `Invalid config: Invalid value: ${value}`);
      }
    }
    for (const [name, device] of Object.entries(devices)) {
      const types = [
        'disk',
        'nic',
        'proxy',
        'none',
        'unix-char',
        'unix-block',
        'gpu',
        'usb',
        'tpm',
        'pci',
        'infiniband',
      ];
      if (types.includes(device['type'] ?? '')) continue;
      throw new Refusal(
        500,
        `Invalid devices: Device validation failed for "${name}": Failed loading device "${name}": Unsupported device type`,
      );
    }
  }

  etag(instance: FakeInstance): string {
    const { config, devices, profiles, description } = instance;
    return createHash('sha256')
      .update(JSON.stringify({ config, devices, profiles, description }))
      .digest('hex');
  }

  expanded(instance: Pick<FakeInstance, 'profiles' | 'config' | 'devices'>): {
    config: Record<string, string>;
    devices: FakeInstance['devices'];
  } {
    const config: Record<string, string> = {};
    const devices: FakeInstance['devices'] = {};
    for (const name of instance.profiles) {
      Object.assign(config, this.profiles.get(name)?.config);
      Object.assign(devices, this.profiles.get(name)?.devices);
    }
    return { config: { ...config, ...instance.config }, devices: { ...devices, ...instance.devices } };
  }

  render(instance: FakeInstance): Json {
    const expanded = this.expanded(instance);
    const codes = { Running: 103, Stopped: 102, Frozen: 110, Error: 112 };
    return {
      architecture: 'x86_64',
      config: instance.config,
      created_at: instance.created_at,
      description: instance.description,
      devices: instance.devices,
      ephemeral: false,
      expanded_config: expanded.config,
      expanded_devices: expanded.devices,
      last_used_at: instance.last_used_at,
      location: instance.location,
      name: instance.name,
      profiles: instance.profiles,
      project: instance.project,
      stateful: false,
      status: instance.status,
      status_code: codes[instance.status],
      type: instance.type,
    };
  }

  address(instance: FakeInstance): string {
    const digest = createHash('sha256').update(`${instance.project}/${instance.name}`).digest();
    return `10.0.3.${((digest[0] ?? 0) % 200) + 20}`;
  }

  state(instance: FakeInstance): Json {
    const running = instance.status !== 'Stopped';
    const counters = { bytes_received: 0, bytes_sent: 0, packets_received: 0, packets_sent: 0 };
    const code = { Running: 103, Stopped: 102, Frozen: 110, Error: 112 }[instance.status];
    return {
      status: instance.status,
      status_code: code,
      disk: {},
      memory: { usage: running ? 1_000_000 : 0, usage_peak: 0, swap_usage: 0, swap_usage_peak: 0 },
      network: running
        ? {
            eth0: {
              addresses: [
                { family: 'inet', address: this.address(instance), netmask: '24', scope: 'global' },
              ],
              counters,
              hwaddr: instance.config['volatile.eth0.hwaddr'] ?? '',
              host_name: 'veth0',
              mtu: 1500,
              state: 'up',
              type: 'broadcast',
            },
          }
        : null,
      pid: running ? 4242 : 0,
      processes: running ? 3 : 0,
      cpu: { usage: running ? 1_000_000 : 0 },
    };
  }
}

// Enough of a shell for tests: `echo words [>&2]`, `exit N`, `true`, `false`, `hostname`, separated by `;`.
function defaultExec(
  command: string[],
  instance: FakeInstance,
): { code: number; stdout: string; stderr: string } {
  const script =
    (command[0] === 'sh' || command[0] === '/bin/sh') && command[1] === '-c'
      ? (command[2] ?? '')
      : command.join(' ');
  let stdout = '';
  let stderr = '';
  let code = 0;
  for (const line of script.split(';').map((part) => part.trim())) {
    const [word, ...rest] = line.split(/\s+/);
    if (word === 'exit') return { code: Number(rest[0] ?? code), stdout, stderr };
    if (word === 'echo' && rest.at(-1) === '>&2') stderr += `${rest.slice(0, -1).join(' ')}\n`;
    else if (word === 'echo') stdout += `${rest.join(' ')}\n`;
    else if (word === 'hostname') stdout += `${instance.name}\n`;
    else if (word === 'seq') for (let i = 1; i <= Number(rest.at(-1)); i += 1) stdout += `${i}\n`;
    else if (word === 'true' || word === 'sleep' || word === '' || word === undefined) code = 0;
    else if (word === 'false') code = 1;
    else return { code: 127, stdout, stderr };
  }
  return { code, stdout, stderr };
}
