// quota.set: bounds what a user or a project may use, for administrators.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('quota.set', async ({ core, caller }, params) => {
  const { user_id, project_id, quota_resource, quota_maximum } = params;
  await core.quotas.set(caller, { user_id, project_id }, quota_resource, quota_maximum);
  return ack('quota');
});
