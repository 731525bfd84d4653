// project.member.add: lets a user into a project.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';
import { memberName } from './present/member.js';

export default method('project.member.add', async ({ core, caller }, params) => {
  await core.members.add(caller, params.project_id, memberName(params), params.roles);
  return ack('member');
});
