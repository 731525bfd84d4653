// The audit trail: exactly one row per mutating call, in the transaction of its change where there is one (SEC-80).
import type { Db } from '../db/open.js';
import type { Repositories } from '../db/repositories.js';
import { append } from '../events/log.js';
import type { AuditDraft, Caller } from './access.js';

/** What a call was about; labels decide who may read its row. */
export interface AuditLabels {
  server_id?: number | null;
  project_id?: number | null;
  instance_id?: number | null;
  operation_id?: number | null;
  /** Whose call it was, where the caller has no token yet (a login). */
  user_id?: number;
  token_id?: number;
  data?: Record<string, unknown>;
}

/** How an audited call ended. */
export type AuditOutcome = { readonly ok: true } | { readonly ok?: false; readonly code: string };

export interface Audit {
  /** Runs `fn` as one transaction and writes the call's row in it; like `Db.tx` for callers without a draft. */
  change<T>(
    caller: Caller,
    fn: (tx: Repositories) => Promise<T>,
    labels?: (result: T) => AuditLabels,
  ): Promise<T>;
  /** Writes the row of a call whose change did not write it, or which failed; nothing when it is written. */
  finish(caller: Caller, outcome: AuditOutcome): Promise<void>;
}

export interface AuditDeps {
  db: Db;
  clock: () => number;
  /** Notes in the change's transaction that a call with an idempotency key has happened. */
  idempotency: { mark(tx: Repositories, caller: Caller): Promise<void> };
}

/** Makes the service. */
export function createAudit({ db, clock, idempotency }: AuditDeps): Audit {
  /** Drafts whose row stands in a transaction that is not committed yet: changes of one call may run side by side. */
  const writing = new WeakSet<AuditDraft>();

  const write = (
    tx: Repositories,
    caller: Caller,
    draft: AuditDraft,
    outcome: AuditOutcome,
    labels: AuditLabels,
  ): Promise<number> => {
    const ok = outcome.ok === true;
    return append(tx, {
      type: 'audit.call',
      retention: 'audit',
      via: caller.via,
      at: clock(),
      request_id: caller.request_id,
      remote_addr: caller.address,
      user_id: caller.actor?.user_id ?? labels.user_id ?? null,
      token_id: caller.actor?.token_id ?? labels.token_id ?? null,
      server_id: labels.server_id ?? null,
      project_id: labels.project_id ?? null,
      instance_id: labels.instance_id ?? null,
      operation_id: labels.operation_id ?? null,
      data: {
        method: draft.method,
        params: draft.params,
        ok,
        code: ok ? '' : outcome.code,
        ...(labels.data && { details: labels.data }),
      },
    });
  };

  return {
    change: async (caller, fn, labels) => {
      const draft = caller.audit;
      let mine = false;
      try {
        const result = await db.tx(async (tx) => {
          await idempotency.mark(tx, caller);
          const made = await fn(tx);
          // `mine` is set already when the engine repeats a transaction.
          if (draft !== null && !draft.written && (mine || !writing.has(draft))) {
            writing.add(draft);
            mine = true;
            await write(tx, caller, draft, { ok: true }, labels?.(made) ?? {});
          }
          return made;
        });
        if (draft !== null && mine) draft.written = true;
        return result;
      } finally {
        if (draft !== null && mine) writing.delete(draft);
      }
    },
    finish: async (caller, outcome) => {
      const draft = caller.audit;
      if (draft === null || draft.written || writing.has(draft)) return;
      writing.add(draft);
      try {
        await db.tx((tx) => write(tx, caller, draft, outcome, {}));
        draft.written = true;
      } finally {
        writing.delete(draft);
      }
    },
  };
}
