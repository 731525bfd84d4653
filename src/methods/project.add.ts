// project.add: makes a project of the caller's.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { project } from './present/project.js';

export default method('project.add', async ({ core, caller }, params) => {
  const row = await core.projects.add(caller, params.project_name);
  return single('project', row.id, project(row));
});
