// project.update: another name for a project.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { project } from './present/project.js';

export default method('project.update', async ({ core, caller }, params) => {
  const row = await core.projects.update(caller, params.project_id, params.project_name);
  return single('project', row.id, project(row));
});
