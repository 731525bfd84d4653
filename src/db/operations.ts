// Operations: long work as rows; what is open is found by a partial index.
import { type Insertable, type Selectable, type Updateable, sql } from 'kysely';
import type { Connection } from './connection.js';
import type { InstanceVisibility } from './instances.js';
import { type PageRequest, behind } from './paging.js';
import { query } from './query.js';
import type { OperationStatus, OperationsTable } from './tables.js';

export type OperationRow = Selectable<OperationsTable>;

export interface OperationFilter {
  ids?: readonly number[];
  instance_ids?: readonly number[];
  server_ids?: readonly number[];
  statuses?: readonly OperationStatus[];
  kinds?: readonly string[];
}

const OPEN = sql<OperationStatus>`'pending', 'running'`;

const get = query<{ id: number }>()((k, p) => k.selectFrom('operations').selectAll().where('id', '=', p.id));
const byUuid = query<{ uuid: string }>()((k, p) =>
  k.selectFrom('operations').selectAll().where('uuid', '=', p.uuid),
);
const open = query<object>()((k) =>
  k
    .selectFrom('operations')
    .selectAll()
    .where(sql<boolean>`status in (${OPEN})`)
    .orderBy('id'),
);
const openOfInstance = query<{ instance_id: number }>()((k, p) =>
  k
    .selectFrom('operations')
    .selectAll()
    .where('instance_id', '=', p.instance_id)
    .where(sql<boolean>`+status in (${OPEN})`)
    .orderBy('id'),
);
const begin = query<{
  id: number;
  step: string;
  notes: string;
  lease_owner: string;
  lease_until: number;
  at: number;
}>()((k, p) =>
  k
    .updateTable('operations')
    .set((e) => ({
      status: sql.lit('running'),
      step: p.step,
      notes: p.notes,
      lease_owner: p.lease_owner,
      lease_until: p.lease_until,
      attempts: sql<number>`${e.ref('attempts')} + 1`,
      updated_at: p.at,
    }))
    .where('id', '=', p.id),
);
const noteHost = query<{ id: number; lxd_operation: string; at: number }>()((k, p) =>
  k
    .updateTable('operations')
    .set({ lxd_operation: p.lxd_operation, updated_at: p.at })
    .where('id', '=', p.id),
);
const heartbeat = query<{ owner: string; lease_until: number }>()((k, p) =>
  k
    .updateTable('operations')
    .set({ lease_until: p.lease_until })
    .where(sql<boolean>`status in (${OPEN})`)
    .where('lease_owner', '=', p.owner),
);
const freeLeases = query<object>()((k) =>
  k
    .updateTable('operations')
    .set({ lease_owner: null, lease_until: null })
    .where(sql<boolean>`status in (${OPEN})`),
);

export const operationsQueries = {
  get,
  byUuid,
  open,
  openOfInstance,
  begin,
  noteHost,
  heartbeat,
  freeLeases,
};

export function operationsRepository(connection: Connection) {
  return {
    get: (id: number): Promise<OperationRow | undefined> => get.first(connection, { id }),
    byUuid: (uuid: string): Promise<OperationRow | undefined> => byUuid.first(connection, { uuid }),
    /** Everything that is pending or running, in claim order. */
    open: (): Promise<OperationRow[]> => open.all(connection, {}),
    openOfInstance: (instance_id: number): Promise<OperationRow[]> =>
      openOfInstance.all(connection, { instance_id }),
    insert: async (row: Insertable<OperationsTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('operations')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    update: async (id: number, change: Updateable<OperationsTable>): Promise<void> => {
      await connection.kysely.updateTable('operations').set(change).where('id', '=', id).execute();
    },
    /** Notes that a step begins, with what it must remember. */
    begin: (change: {
      id: number;
      step: string;
      notes: string;
      lease_owner: string;
      lease_until: number;
      at: number;
    }) => begin.run(connection, change),
    noteHost: (id: number, lxd_operation: string, at: number) =>
      noteHost.run(connection, { id, lxd_operation, at }),
    heartbeat: (owner: string, lease_until: number) => heartbeat.run(connection, { owner, lease_until }),
    freeLeases: () => freeLeases.run(connection, {}),
    /** One page and one row more (see `pageOf`); for readers who are no administrators: their own, and those on what they may see. */
    page: (
      request: PageRequest,
      filter: OperationFilter,
      visible: (InstanceVisibility & { user_id: number }) | null,
    ): Promise<OperationRow[]> => {
      let select = connection.kysely.selectFrom('operations').selectAll('operations');
      if (filter.ids) select = select.where('operations.id', 'in', [...filter.ids]);
      if (filter.instance_ids)
        select = select.where('operations.instance_id', 'in', [...filter.instance_ids]);
      if (filter.server_ids) select = select.where('operations.server_id', 'in', [...filter.server_ids]);
      if (filter.statuses) select = select.where('operations.status', 'in', [...filter.statuses]);
      // Said with literals, too: what is bound does not find the partial index.
      if (filter.statuses?.every((status) => status === 'pending' || status === 'running')) {
        select = select.where(sql<boolean>`operations.status in (${OPEN})`);
      }
      if (filter.kinds) select = select.where('operations.kind', 'in', [...filter.kinds]);
      if (visible) {
        // As a union each part uses its index; as an `or` the whole table is read in order.
        select = select.where('operations.id', 'in', (s) =>
          s
            .selectFrom('operations')
            .innerJoin('instances', 'instances.id', 'operations.instance_id')
            .select('operations.id')
            .where('instances.project_id', 'in', [...visible.project_ids])
            .union((u) =>
              u
                .selectFrom('operations')
                .select('id')
                .where('server_id', 'in', [...visible.owned_server_ids]),
            )
            .union((u) =>
              u
                .selectFrom('operations')
                .select('id')
                .where('user_id', '=', visible.user_id)
                .where('instance_id', 'is', null),
            ),
        );
      }
      const start = behind(request, 'operations');
      if (start) select = select.where(start);
      const direction = request.descending ? 'desc' : 'asc';
      if (request.column !== 'id') {
        select = select.orderBy(sql.ref(`operations.${request.column}`), direction);
      }
      return select
        .orderBy('operations.id', direction)
        .limit(request.limit + 1)
        .execute();
    },
  };
}
