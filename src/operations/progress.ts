// Progress of running operations: a running maximum, throttled before it is told to anyone.
import type { OperationRow } from '../db/operations.js';
import type { Progress } from '../providers/provider.js';

/** At most one message per operation in this time; the first and 100 % always. */
const EVERY_MS = 250;
/** How long progress of a host operation nobody has claimed yet is remembered. */
const UNCLAIMED_MS = 5_000;

export interface ProgressBoard {
  report(row: OperationRow, project_id: number | null, progress: Progress): void;
  /** A host told of one of its own operations, perhaps before its answer named it to us. */
  hostReport(hostOperation: string, progress: Progress): void;
  link(hostOperation: string, row: OperationRow, project_id: number | null): void;
  forget(id: number): void;
  close(): void;
}

/** Makes an empty board. */
export function createProgressBoard(deps: {
  clock: () => number;
  publish: (row: OperationRow, project_id: number | null, progress: Progress) => void;
}): ProgressBoard {
  const shown = new Map<number, Map<number, { stage: string; percent: number; at: number }>>();
  const linked = new Map<string, { row: OperationRow; project_id: number | null }>();
  const unclaimed = new Map<string, { progress: Progress; at: number }>();

  const report = (row: OperationRow, project_id: number | null, progress: Progress): void => {
    const now = deps.clock();
    // Work on several servers at once comes to different ends on each.
    const own = shown.get(row.id) ?? new Map<number, { stage: string; percent: number; at: number }>();
    const server_id = progress.server_id ?? 0;
    const last = own.get(server_id);
    const sameStage = last?.stage === progress.stage;
    if (last !== undefined && sameStage) {
      if (progress.percent <= last.percent) return;
      if (progress.percent < 100 && now - last.at < EVERY_MS) return;
    }
    own.set(server_id, { stage: progress.stage, percent: progress.percent, at: now });
    shown.set(row.id, own);
    deps.publish(row, project_id, progress);
  };
  return {
    report,
    hostReport: (hostOperation, progress) => {
      const claim = linked.get(hostOperation);
      if (claim !== undefined) return report(claim.row, claim.project_id, progress);
      const now = deps.clock();
      for (const [id, { at }] of unclaimed) {
        if (now - at < UNCLAIMED_MS) break;
        unclaimed.delete(id);
      }
      unclaimed.delete(hostOperation);
      unclaimed.set(hostOperation, { progress, at: now });
    },
    link: (hostOperation, row, project_id) => {
      linked.set(hostOperation, { row, project_id });
      const waiting = unclaimed.get(hostOperation);
      if (waiting === undefined) return;
      unclaimed.delete(hostOperation);
      report(row, project_id, waiting.progress);
    },
    forget: (id) => {
      shown.delete(id);
      for (const [hostOperation, { row }] of linked) if (row.id === id) linked.delete(hostOperation);
    },
    close: () => {
      shown.clear();
      linked.clear();
      unclaimed.clear();
    },
  };
}
