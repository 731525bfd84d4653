// Builds what makes instances: by name on a server, and as machines by place, size and system.
import type { Config } from '../../config.js';
import { createInstanceAdd, type InstanceAdd, type InstanceAddDeps } from '../instance-add.js';
import { createGuestUrl, type GuestUrlDeps } from './guest-url.js';
import { createMachines, type Machines, type MachinesDeps } from './machines.js';
import { createNewInstance, type NewInstanceDeps } from './new-instance.js';
import { ipamSettings } from '../network/network.js';
import { createPhoneHome, type PhoneHomeCall } from './phone-home.js';
import { createLocationOf, type LocationOf } from './places.js';

/** These services, as members of the core. */
export interface MachineServices {
  readonly addInstance: InstanceAdd;
  readonly machines: Machines;
  /** A guest that is up says so; false for one that nobody knows. */
  readonly phoneHome: PhoneHomeCall;
  readonly locationOf: LocationOf;
}

export interface MachineServicesDeps
  extends
    NewInstanceDeps,
    Omit<InstanceAddDeps, 'submitNew' | 'image_servers'>,
    Pick<MachinesDeps, 'work' | 'secrets'>,
    Pick<GuestUrlDeps, 'urls' | 'public_url'> {
  /** File of the authority that signed our listener's certificate. */
  listener_ca: () => string | null;
  config: Pick<Config, 'image_servers' | 'phonehome' | 'dialects' | 'ipam' | 'ports'>;
}

/** Makes them. */
export function createMachineServices(deps: MachineServicesDeps): MachineServices {
  const { config } = deps;
  const { enabled, mount } = config.dialects.aarch64;
  const submitNew = createNewInstance(deps);
  return {
    addInstance: createInstanceAdd({ ...deps, submitNew, image_servers: config.image_servers }),
    machines: createMachines({
      ...deps,
      submitNew,
      phoneHome: createGuestUrl({
        configured: config.phonehome.url,
        mount: enabled ? mount.replace(/\/+$/, '') : null,
        urls: deps.urls,
        public_url: deps.public_url,
        ca: deps.listener_ca,
      }),
      ipam: ipamSettings(config),
    }),
    phoneHome: createPhoneHome(deps),
    locationOf: createLocationOf(deps.db),
  };
}
