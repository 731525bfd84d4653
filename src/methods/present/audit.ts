// Rows of the audit trail as lists show them.
import type { EventRow } from '../../core/core.js';
import type { AuditEntry } from '../../generated/contracts.js';

/** The attributes of a row; `address` is '' where the reader may not know it. */
export function auditEntry(row: EventRow, address: string): AuditEntry {
  const data = JSON.parse(row.data) as Record<string, unknown>;
  const call = row.type === 'audit.call';
  const details = (call ? data['details'] : data) as Record<string, unknown> | undefined;
  return {
    at: row.created_at,
    type: row.type,
    method: call ? String(data['method']) : '',
    user_id: row.user_id,
    token_id: row.token_id,
    address,
    via: row.via,
    request_id: row.request_id,
    params: call ? (data['params'] as Record<string, unknown>) : {},
    ok: call ? data['ok'] === true : null,
    code: call ? String(data['code']) : '',
    labels: {
      ...(row.server_id !== null && { server_id: row.server_id }),
      ...(row.project_id !== null && { project_id: row.project_id }),
      ...(row.instance_id !== null && { instance_id: row.instance_id }),
      ...(row.operation_id !== null && { operation_id: row.operation_id }),
    },
    details: details ?? {},
  };
}
