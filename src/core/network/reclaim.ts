// An instance that was forgotten and is found again: it has its addresses and ports still, and gets them back here.
import type { InstanceRow } from '../../db/instances.js';
import type { Repositories } from '../../db/repositories.js';
import type { Devices } from '../../providers/provider.js';
import { type Block, bytesOf, numberOf, parseAddress, sizeOf } from './address.js';
import { assign, INSTANCE_LENGTH } from './allocate.js';
import { isPort } from './ports.js';

/** Gives back to an instance what its devices say it has, as far as nobody else got it meanwhile. */
export async function reclaimInstance(
  tx: Repositories,
  instance: Pick<InstanceRow, 'id' | 'server_id' | 'project_id'>,
  devices: Devices,
  now: number,
): Promise<void> {
  const { id: instance_id, server_id, project_id } = instance;
  for (const block of Object.values(devices).flatMap(routed)) {
    const prefix = await tx.prefixes.byNetwork(block.network, block.length);
    if (prefix?.purpose !== 'instance' || prefix.released_at === null || prefix.server_id !== server_id)
      continue;
    await tx.prefixes.update(prefix.id, { released_at: null, project_id });
    await assign(tx, prefix, { instance_id, server_id, now });
    break;
  }
  for (const [name, device] of Object.entries(devices)) {
    const [, host_port, protocol] = /^port-([0-9]{1,5})-(tcp|udp)$/.exec(name) ?? [];
    if (device['type'] !== 'proxy' || (protocol !== 'tcp' && protocol !== 'udp')) continue;
    const guest_port = Number(/:([0-9]{1,5})$/.exec(device['connect'] ?? '')?.[1]);
    const port = { server_id, protocol, host_port: Number(host_port) } as const;
    if (!isPort(port.host_port) || !isPort(guest_port)) continue;
    if ((await tx.ports.holder(server_id, protocol, port.host_port)) !== null) continue;
    await tx.ports.insert({ ...port, instance_id, guest_port, is_primary: 0 });
  }
}

/** The block of a server that comes back, unless another one has it by now. */
export async function reclaimServer(tx: Repositories, server_id: number): Promise<void> {
  for (const family of [4, 6] as const) {
    const block = await tx.prefixes.hostBlock(server_id, family);
    if (block !== undefined && block.released_at !== null) {
      await tx.prefixes.update(block.id, { released_at: null });
    }
  }
}

/** The prefix of a routed interface. */
function routed(device: Record<string, string>): Block[] {
  if (device['type'] !== 'nic' || device['nictype'] !== 'routed') return [];
  const address = parseAddress((device['ipv6.address'] ?? '').split(',')[0] ?? '');
  if (address?.length !== 16) return [];
  const step = sizeOf({ family: 6, length: INSTANCE_LENGTH });
  return [{ family: 6, network: bytesOf(6, (numberOf(address) / step) * step), length: INSTANCE_LENGTH }];
}
