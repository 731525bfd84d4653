// How far an operation has come, as the streams tell it: seen by whoever sees the operation, and not kept.
import type { OperationRow } from '../db/operations.js';
import type { Labels } from '../events/bus.js';
import type { Progress } from '../providers/provider.js';

const TYPE = 'operation.progress';

/** The event of one piece of progress and who may see it; `at` in ms. */
export function progressEvent(
  row: OperationRow,
  project_id: number | null,
  progress: Progress,
  at: number,
): [Labels, Record<string, unknown>] {
  const { user_id, server_id, instance_id, via, id, kind } = row;
  return [
    { type: TYPE, user_id, project_id, server_id, instance_id, audit: false },
    {
      type: TYPE,
      at,
      via,
      ...(server_id === null ? {} : { server_id }),
      ...(project_id === null ? {} : { project_id }),
      ...(instance_id === null ? {} : { instance_id }),
      operation_id: id,
      data: { kind, ...progress },
    },
  ];
}
