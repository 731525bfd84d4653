// project.get: a project the caller belongs to.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { project } from './present/project.js';

export default method('project.get', async ({ core, caller }, params) => {
  const row = await core.projects.get(caller, params.project_id);
  return single('project', row.id, project(row));
});
