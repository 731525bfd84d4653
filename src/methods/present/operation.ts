// Operation rows as the native wire shows them, and the answer of accepted work.
import type { Accepted, Core, OperationRow } from '../../core/core.js';
import { ack } from './document.js';

/** Attributes of an operation. */
export function operation(core: Core, row: OperationRow) {
  return {
    operation_id: row.id,
    operation_kind: row.kind,
    operation_status: row.status,
    operation_position: core.operations.position(row),
    operation_progress: row.progress,
    operation_step: row.step,
    operation_inferred: row.inferred === 1,
    operation_error: row.error,
    operation_error_code: row.error_code,
    operation_result: row.result === null ? null : (JSON.parse(row.result) as Record<string, unknown>),
    operation_cancel_requested: row.cancel_requested_at !== null,
    server_id: row.server_id,
    instance_id: row.instance_id,
    user_id: row.user_id,
    request_id: row.request_id,
    created_at: row.created_at,
    updated_at: row.updated_at,
    finished_at: row.finished_at,
  };
}

/** The answer of long work that was accepted. */
export function accepted(work: Accepted) {
  const { operation_id, operation_status, operation_position } = work;
  return ack('operation', { operation_id, operation_status, operation_position });
}
