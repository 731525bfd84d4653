// Machines: ordered and deleted.
import { missing } from '../../errors.js';
import { success, understood } from './envelope.js';
import { vm } from './present.js';

interface Order {
  hostname: string;
  pop: string;
  project: string;
  plan: string;
  os: string;
}

/** POST /vms/create */
export const create = understood<Order>(async ({ core, caller, request }) => {
  const { input } = request;
  const project = await core.overview.project(caller, input.project);
  const location = await core.overview.location(input.pop);
  if (location === undefined) throw missing('pop');
  const plan = await core.overview.plan(input.plan);
  if (plan === undefined || plan.legacy === 1) throw missing('plan');
  const os = await core.overview.system(input.os);
  if (os === undefined || os.hidden === 1) throw missing('os');
  const { instance_id } = await core.machines.create(
    caller,
    {
      project_id: project.id,
      place: { location_id: location.id },
      size: { plan_id: plan.id },
      image: { os_id: os.id },
      hostname: input.hostname,
      network: 'prefix',
      root_password: true,
    },
    {},
  );
  const row = await core.machines.find(caller, { id: instance_id });
  const [machine] = await core.machines.describe([row], caller);
  if (machine === undefined) throw missing('vm');
  return success('VM created', vm(machine, project.uuid));
});

/** DELETE /vms/delete */
export const remove = understood<{ vm: string }>(async ({ core, caller, request }) => {
  const row = await core.machines.find(caller, { oid: request.input.vm }, 'write');
  // For its clients it was gone with the answer that took the order.
  if (row.state === 'deleting') throw missing('vm');
  await core.instances.delete(caller, { instance_id: row.id }, { force: true });
  return success('VM deleted');
});
