// What the host is told of addresses and ports: devices of an instance, made from what the rows say.
import { AppError } from '../../errors.js';
import type { Devices, InstanceType } from '../../providers/provider.js';
import { addressIn, addressText, type Block, blockText } from './address.js';
import type { PortRow, PortWish } from './ports.js';

/**
 * The interface of an instance that has a prefix: the host answers as `::1` and routes all of it to `::2`.
 * The guest finds address and default route set, with nothing configured in it.
 */
export function routedNic(prefix: Block): Devices {
  return {
    eth0: {
      type: 'nic',
      nictype: 'routed',
      name: 'eth0',
      'ipv6.address': addressText(addressIn(prefix, 2n)),
      'ipv6.host_address': addressText(addressIn(prefix, 1n)),
      'ipv6.routes': blockText(prefix),
      // Nobody else can have the address; the look for it takes the host three seconds.
      'ipv6.neighbor_probe': 'false',
    },
  };
}

/** What a guest has of a prefix, in texts: the network, its gateway, and its address with the length. */
export function prefixTexts(prefix: Block): { prefix: string; gateway: string; address: string } {
  return {
    prefix: blockText(prefix),
    gateway: addressText(addressIn(prefix, 1n)),
    address: `${addressText(addressIn(prefix, 2n))}/${prefix.length}`,
  };
}

type Port = Pick<PortWish | PortRow, 'protocol' | 'host_port' | 'guest_port'>;

/** One device for each port; throws `unsupported` for virtual machines, which have no namespace to connect in. */
export function proxyDevices(ports: readonly Port[], type: InstanceType = 'container'): Devices {
  if (type === 'virtual-machine' && ports.length > 0) {
    throw new AppError('unsupported', 'ports can be mapped into containers only, not into virtual machines');
  }
  return Object.fromEntries(
    ports.map(({ protocol, host_port, guest_port }) => [
      `port-${host_port}-${protocol}`,
      {
        type: 'proxy',
        listen: `${protocol}:0.0.0.0:${host_port}`,
        connect: `${protocol}:127.0.0.1:${guest_port}`,
      },
    ]),
  );
}
