// audit.list: who changed what, from the audit trail.
import { method } from '../registry/method.js';
import { auditEntry } from './present/audit.js';
import { list, resource } from './present/document.js';

export default method('audit.list', async ({ core, caller }, params) => {
  const { filter = {} } = params;
  const { rows, cursor } = await core.auditTrail.page(caller, {
    cursor: params.cursor,
    until: params.until,
    limit: params.limit ?? 100,
    descending: params.sort !== 'id',
    filter: {
      methods: many(filter.method),
      user_ids: both(many(params.user_id), many(filter.user_id)),
      server_ids: many(filter.server_id),
      project_ids: many(filter.project_id),
      instance_ids: many(filter.instance_id),
      ok: filter.ok,
    },
  });
  return list(
    rows.map((row) => {
      const address = core.auditTrail.showsAddress(caller, row) ? row.remote_addr : '';
      return resource('audit', row.id, auditEntry(row, address));
    }),
    cursor,
  );
});

function many<T>(value: T | T[] | undefined): T[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value : [value];
}

/** What stands in both lists; a list that is not there leaves the other as it is. */
function both(a: number[] | undefined, b: number[] | undefined): number[] | undefined {
  return a === undefined ? b : b === undefined ? a : a.filter((one) => b.includes(one));
}
