// operation.list: operations, open and over.
import { method } from '../registry/method.js';
import { list, resource } from './present/document.js';
import { operation } from './present/operation.js';
import { checkFilter, filterNumbers, filterTexts, pageRequest } from './present/page.js';

const COLUMNS = {
  operation_id: 'id',
  operation_status: 'status',
  operation_kind: 'kind',
  instance_id: 'instance_id',
  server_id: 'server_id',
};
const STATUSES = ['pending', 'running', 'success', 'failure', 'cancelled'] as const;

export default method('operation.list', async ({ core, caller }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, Object.keys(COLUMNS));
  const { rows, next } = await core.operations.page(caller, pageRequest(params, COLUMNS), {
    ids: filterNumbers(filter, 'operation_id'),
    instance_ids:
      params.instance_id === undefined ? filterNumbers(filter, 'instance_id') : [params.instance_id],
    server_ids: params.server_id === undefined ? filterNumbers(filter, 'server_id') : [params.server_id],
    statuses:
      params.operation_status === undefined
        ? filterTexts(filter, 'operation_status', STATUSES)
        : [params.operation_status],
    kinds: filterTexts(filter, 'operation_kind'),
  });
  return list(
    rows.map((row) => resource('operation', row.id, operation(core, row))),
    next,
  );
});
