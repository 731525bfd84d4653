// plan.delete: deletes a plan that nothing refers to, for administrators.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('plan.delete', async ({ core, caller }, params) => {
  await core.plans.delete(caller, params.plan_id);
  return ack('plan');
});
