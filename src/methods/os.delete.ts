// os.delete: deletes an operating system that nothing refers to, for administrators.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('os.delete', async ({ core, caller }, params) => {
  await core.operatingSystems.delete(caller, params.os_id);
  return ack('os');
});
