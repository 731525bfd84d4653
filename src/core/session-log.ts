// What the log keeps of sessions: that one was opened, and how and when it ended (SEC-80).
import type { Db } from '../db/open.js';
import type { InstanceRow } from '../db/instances.js';
import { append } from '../events/log.js';
import type { Events } from '../generated/contracts.js';
import type { TicketGrant } from './tickets.js';

/** How a session ended, as its event has it. */
interface SessionEnd {
  reason: Events['session.closed']['session_end'];
  exit_code: number | null;
}

export interface SessionLog {
  /** The pages of one session. */
  of(
    grant: TicketGrant,
    row: InstanceRow,
    address: string,
  ): { opened(): void; closed(end: SessionEnd): void };
  /** Resolves when all that was told is written. */
  settled(): Promise<void>;
}

/** Makes the log; a session never waits for it. */
export function sessionLog(deps: {
  db: Db;
  clock: () => number;
  onError: (error: unknown, what: string) => void;
}): SessionLog {
  const { db, clock } = deps;
  const writing = new Set<Promise<void>>();
  return {
    of: (grant, row, address) => {
      const base = { session_id: grant.id, session_kind: grant.request.kind, instance_name: row.lxd_name };
      const labels = {
        via: 'native' as const,
        user_id: grant.actor.user_id,
        token_id: grant.actor.token_id,
        remote_addr: address,
        server_id: row.server_id,
        project_id: row.project_id,
        instance_id: row.id,
      };
      let last = Promise.resolve();
      let opened_at = 0;
      const write = (work: () => Promise<void>): void => {
        const written = last.then(work).catch((error: unknown) => deps.onError(error, 'noting a session'));
        last = written;
        writing.add(written);
        void written.finally(() => writing.delete(written));
      };
      // Once for who watches, once for who asks a year later.
      const kept = ['event', 'audit'] as const;
      return {
        opened: () => {
          opened_at = clock();
          const at = opened_at;
          write(() =>
            db.tx(async (tx) => {
              for (const retention of kept)
                await append(tx, { type: 'session.opened', ...labels, at, retention, data: base });
            }),
          );
        },
        closed: ({ reason, exit_code }) => {
          const at = clock();
          const data = {
            ...base,
            session_end: reason,
            exit_code,
            duration_ms: Math.max(0, at - opened_at),
          };
          write(() =>
            db.tx(async (tx) => {
              for (const retention of kept)
                await append(tx, { type: 'session.closed', ...labels, at, retention, data });
            }),
          );
        },
      };
    },
    settled: async () => {
      await Promise.all(writing);
    },
  };
}
