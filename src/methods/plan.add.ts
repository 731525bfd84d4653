// plan.add: adds a plan, for administrators.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { plan, planWish } from './present/plan.js';

export default method('plan.add', async ({ core, caller }, params) => {
  const row = await core.plans.add(caller, planWish(params));
  return single('plan', row.id, plan(row));
});
