// quota.list: what a user or a project may use, and does.
import { method } from '../registry/method.js';
import { quota } from './present/quota.js';

export default method('quota.list', async ({ core, caller }, { user_id, project_id }) => {
  const { of, quotas } = await core.quotas.list(caller, { user_id, project_id });
  return { data: quotas.map((row) => quota(of, row)) };
});
