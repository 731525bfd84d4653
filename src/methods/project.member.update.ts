// project.member.update: other roles for a member.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';
import { memberName } from './present/member.js';

export default method('project.member.update', async ({ core, caller }, params) => {
  await core.members.update(caller, params.project_id, memberName(params), params.roles);
  return ack('member');
});
