// Instances: listed, deployed, deleted.
import type { DialectHandler } from '../dialect.js';
import { imageOf } from './images.js';
import { instanceOf, nodeOf, userOf } from './lookup.js';
import { readPorts } from './ports.js';
import { instances } from './present.js';
import { type Variables, readVariables } from './variables.js';
import { invalid } from '../../errors.js';

/** How long a deletion is waited for, seconds. */
const DELETE_WAIT = 30;

/** GET /api/instances */
export const list: DialectHandler<object> = async ({ core, caller }) => {
  const [rows, users] = await Promise.all([core.roster.instances(caller), core.roster.users(caller)]);
  return { status: 200, body: await instances(core, rows, users) };
};

/** POST /api/getUserInstance */
export const ofUser: DialectHandler<{ userId: string }> = async ({ core, caller, request }) => {
  const owner = await userOf(core, caller, 'userId', request.input.userId);
  const rows = await core.roster.instances(caller, owner);
  return { status: 200, body: await instances(core, rows, [owner]) };
};

/** POST /api/getInstance */
export const get: DialectHandler<{ id: string }> = async ({ core, caller, request }) => {
  const row = await instanceOf(core, caller, request.input.id);
  const [shown] = await instances(core, [row], await core.roster.users(caller));
  return { status: 200, body: shown };
};

interface Order {
  image: string;
  memory: string | number;
  cpu: string | number;
  ports: string;
  nodeId: string;
  name: string;
  user: string;
  primary: string | number;
  variables?: Variables;
}

/** POST /api/instances/deploy */
export const deploy: DialectHandler<Order> = async ({ core, caller, request }) => {
  const { input } = request;
  const ports = readPorts(input.ports, input.primary);
  const env = readVariables(input.variables);
  const server = await nodeOf(core, caller, input.nodeId);
  const owner = await userOf(core, caller, 'user', input.user);
  const project_id = await core.roster.projectOf(caller, owner);
  if (project_id === undefined) throw invalid('user', 'has no project of its own');
  const { instance_id } = await core.machines.create(
    caller,
    {
      project_id,
      owner_user_id: owner.id,
      place: { server_id: server.id },
      size: { vcpus: Number(input.cpu), memory_mb: Number(input.memory), disk_mb: null },
      image: await imageOf(core, input.image),
      hostname: hostnameOf(input.name),
      display_name: input.name,
      network: 'profile',
      ports,
      env,
    },
    {},
  );
  const { uuid, lxd_name } = await core.instances.find(caller, { instance_id });
  return {
    status: 201,
    body: {
      message: 'Instance creation started',
      volumeId: uuid,
      state: 'INSTALLING',
      Id: uuid,
      ContainerId: lxd_name,
      VolumeId: uuid,
    },
  };
};

/** DELETE /api/instance/delete */
export const remove: DialectHandler<{ id: string }> = async ({ core, caller, request }) => {
  const row = await instanceOf(core, caller, request.input.id);
  if (row.state === 'failed') await core.roster.dismiss(caller, row);
  else await core.instances.delete(caller, { instance_id: row.id }, { force: true, wait: DELETE_WAIT });
  return { status: 201, body: { Message: 'The instance has successfully been deleted.' } };
};

/** A name for people as one for machines. */
function hostnameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'instance' : plain;
}
