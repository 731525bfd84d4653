// What administrators do: PoPs, hosts, BGP peers and the inventory.
import { isIP } from 'node:net';
import { invalid, missing } from '../../errors.js';
import { success, understood } from './envelope.js';
import { systems, vm } from './present.js';

interface Pop {
  name: string;
  provider: string;
  location: string;
  peeringdb_id: number;
}

interface Host {
  pop: string;
  ip: string;
  port?: number;
  password?: string;
}

interface Peer {
  ip: string;
  name: string;
  asn: number;
  neighbor: string;
}

/** POST /admin/pop */
export const pop = understood<Pop>(async ({ core, caller, request }) => {
  const { name, provider, location, peeringdb_id } = request.input;
  await core.locations.add(caller, {
    code: name,
    name: '',
    provider,
    location,
    address: {},
    features: [],
    peeringdb_id,
  });
  return success('PoP added');
});

/** POST /admin/host */
export const host = understood<Host>(async ({ core, caller, request }) => {
  const { pop: code, ip, port, password } = request.input;
  const location = await core.overview.location(code);
  if (location === undefined) throw missing('pop');
  checkAddress('ip', ip);
  await core.fleet.register(caller, { name: '', address: ip, port, password, location_id: location.id });
  return success('Host added');
});

/** POST /admin/bgp */
export const bgp = understood<Peer>(async ({ core, caller, request }) => {
  const { ip, name, asn, neighbor } = request.input;
  const server = await core.fleet.atAddress(caller, ip);
  if (server === undefined) throw missing('ip');
  checkAddress('neighbor', neighbor);
  await core.bgp.set(caller, { server_id: server.id, name, asn, neighbor });
  return success('Added BGP session');
});

/** GET /admin/ansible */
export const ansible = understood(async ({ core, caller }) => {
  const placed = await core.overview.placed(caller);
  const { systems: oses } = await core.overview.catalogue();
  const projects = await core.overview.projects(caller);
  const uuids = new Map(projects.map(({ project }) => [project.id, project.uuid]));
  const machines = await core.machines.describe(
    placed.flatMap(({ instances }) => instances),
    caller,
  );
  const peers = await core.bgp.ofServers(placed.map(({ server }) => server.id));
  const settings = core.config.dialects.aarch64;
  const hosts = placed.map(({ server, location, blocks }) => {
    const own = peers.filter(({ server_id }) => server_id === server.id);
    const bcg = {
      asn: own.find(({ host_asn }) => host_asn !== null)?.host_asn ?? settings.asn,
      prefixes: blocks,
      ...(own.length > 0 && {
        peers: Object.fromEntries(
          own.map(({ name, asn, neighbor }) => [name, { asn, type: 'import-valid', neighbors: [neighbor] }]),
        ),
      }),
    };
    const vms = machines
      .filter(({ row }) => row.server_id === server.id)
      .map((machine) => vm(machine, uuids.get(machine.row.project_id) ?? ''));
    return [
      `${location.code}${server.ordinal ?? 0}`,
      { ansible_host: server.address === '' ? 'localhost' : server.address, bcg, vms },
    ];
  });
  return success('Retrieved ansible config', {
    all: {
      vars: {
        ansible_user: settings.ansible_user,
        ansible_port: settings.ansible_port,
        ansible_ssh_private_key_file: settings.ansible_key_file,
        oses: systems(oses),
        // What a new host has to trust before machines are placed there.
        gantry_certificate: await core.overview.certificate(),
      },
      hosts: Object.fromEntries(hosts) as Record<string, unknown>,
    },
  });
});

function checkAddress(field: string, text: string): void {
  if (isIP(text.trim()) === 0) throw invalid(field, 'must be an IP address');
}
