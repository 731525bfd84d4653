// Reads the database file directly, beside Gantry: what is really there, whatever the API says.
import Database from 'better-sqlite3';

export interface OperationEntry {
  id: number;
  kind: string;
  instance_id: number;
  request_id: string;
  status: 'pending' | 'running' | 'success' | 'failure' | 'cancelled';
  step: string;
  input: string;
  inferred: number;
  result: string | null;
  error_code: string;
  error: string;
}

export interface EventEntry {
  id: number;
  type: string;
  retention: 'event' | 'audit';
  operation_id: number | null;
  instance_id: number | null;
  via: string;
  data: string;
}

export interface InstanceEntry {
  id: number;
  uuid: string;
  server_id: number;
  lxd_name: string;
  state: string;
  power_state: string;
  host_view: string;
  deleted_at: number | null;
}

/** Everything the checker looks at, read in one transaction. */
export interface Ledger {
  operations: OperationEntry[];
  events: EventEntry[];
  instances: InstanceEntry[];
  /** 'ok', or what SQLite found. */
  integrity: string;
}

/** Reads the file. */
export function readLedger(file: string): Ledger {
  const db = new Database(file, { readonly: true });
  try {
    return db.transaction((): Ledger => {
      const all = <T>(sql: string): T[] => db.prepare<[], T>(sql).all();
      return {
        operations: all(
          'select id, kind, instance_id, request_id, status, step, input, inferred, result, error_code, error from operations order by id',
        ),
        events: all(
          'select id, type, retention, operation_id, instance_id, via, data from events order by id',
        ),
        instances: all(
          'select id, uuid, server_id, lxd_name, state, power_state, host_view, deleted_at from instances order by id',
        ),
        integrity: String(db.pragma('integrity_check', { simple: true })),
      };
    })();
  } finally {
    db.close();
  }
}

/** How many operations are not over, without reading the rest. */
export function openOperations(file: string): number {
  const db = new Database(file, { readonly: true });
  try {
    const row = db
      .prepare<[], { n: number }>(
        "select count(*) as n from operations where status in ('pending', 'running')",
      )
      .get();
    return row?.n ?? 0;
  } finally {
    db.close();
  }
}
