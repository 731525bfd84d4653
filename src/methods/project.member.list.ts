// project.member.list: who belongs to a project.
import { method } from '../registry/method.js';
import { list, resource } from './present/document.js';
import { member } from './present/member.js';
import { checkFilter, filterNumbers, pageRequest } from './present/page.js';

const COLUMNS = { user_id: 'user_id', member_created_at: 'created_at' };

export default method('project.member.list', async ({ core, caller }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, ['user_id']);
  const request = pageRequest(params, COLUMNS);
  const { rows, next } = await core.members.page(caller, params.project_id, request, {
    user_ids: filterNumbers(filter, 'user_id'),
  });
  return list(
    rows.map((row) => resource('member', row.id, member(core, caller, row))),
    next,
  );
});
