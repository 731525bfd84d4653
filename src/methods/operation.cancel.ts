// operation.cancel: asks for an operation to be cancelled.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { operation } from './present/operation.js';

export default method('operation.cancel', async ({ core, caller }, params) => {
  const row = await core.operations.cancel(caller, params.operation_id);
  return single('operation', row.id, operation(core, row));
});
