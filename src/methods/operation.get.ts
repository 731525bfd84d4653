// operation.get: one operation and its result.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { operation } from './present/operation.js';

export default method('operation.get', async ({ core, caller }, params) => {
  const row = await core.operations.get(caller, params.operation_id, params.wait);
  return single('operation', row.id, operation(core, row));
});
