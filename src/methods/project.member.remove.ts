// project.member.remove: takes a member out of a project.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';
import { memberName } from './present/member.js';

export default method('project.member.remove', async ({ core, caller }, params) => {
  await core.members.remove(caller, params.project_id, memberName(params));
  return ack('member');
});
