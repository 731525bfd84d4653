// project.delete: deletes an empty project.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('project.delete', async ({ core, caller }, params) => {
  await core.projects.delete(caller, params.project_id);
  return ack('project');
});
