// project.list: the projects the caller belongs to.
import { method } from '../registry/method.js';
import { list, resource } from './present/document.js';
import { checkFilter, filterFlag, filterNumbers, filterTexts, pageRequest } from './present/page.js';
import { project } from './present/project.js';

const COLUMNS = {
  project_id: 'id',
  project_name: 'name',
  project_created_at: 'created_at',
  project_updated_at: 'updated_at',
};

export default method('project.list', async ({ core, caller }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, ['project_id', 'project_name', 'project_personal']);
  const { rows, next } = await core.projects.page(caller, pageRequest(params, COLUMNS), {
    ids: filterNumbers(filter, 'project_id'),
    names: filterTexts(filter, 'project_name'),
    personal: filterFlag(filter, 'project_personal'),
  });
  return list(
    rows.map((row) => resource('project', row.id, project(row))),
    next,
  );
});
