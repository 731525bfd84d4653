// plan.update: changes a plan, for administrators.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { plan, planWish } from './present/plan.js';

export default method('plan.update', async ({ core, caller }, params) => {
  const row = await core.plans.update(caller, params.plan_id, planWish(params));
  return single('plan', row.id, plan(row));
});
