// os.update: changes an operating system, for administrators.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { operatingSystem, operatingSystemWish } from './present/os.js';

export default method('os.update', async ({ core, caller }, params) => {
  const row = await core.operatingSystems.update(caller, params.os_id, operatingSystemWish(params));
  return single('os', row.id, operatingSystem(row));
});
