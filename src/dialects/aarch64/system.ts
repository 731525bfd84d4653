// What may be ordered, and the call of a machine that is up.
import { missing } from '../../errors.js';
import { success, understood } from './envelope.js';
import { plans, pop, systems } from './present.js';

/** GET /system */
export const system = understood(async ({ core }) => {
  const catalogue = await core.overview.catalogue();
  return success('Retrieved PoPs', {
    pops: catalogue.locations.map(pop),
    plans: plans(catalogue.plans),
    oses: systems(catalogue.systems),
  });
});

/** GET and POST /intra/phonehome: the fields of cloud-init's form are whatever the guest says, and not looked at. */
export const phonehome = understood(async ({ core, caller, request }) => {
  const token = request.query.get('token') ?? '';
  if (!(await core.phoneHome({ token, address: request.address }, caller))) throw missing('vm');
  return success('Phone home complete');
});
