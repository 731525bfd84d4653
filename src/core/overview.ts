// What is there at one look: a caller's projects with members and instances, the catalogue, and the hosts of places.
import type { Db } from '../db/open.js';
import type { InstanceRow } from '../db/instances.js';
import type { LocationRow } from '../db/locations.js';
import type { OperatingSystemRow } from '../db/operating-systems.js';
import type { PlanRow } from '../db/plans.js';
import type { PrefixRow } from '../db/prefixes.js';
import type { ProjectRow } from '../db/projects.js';
import type { ServerRow } from '../db/servers.js';
import { missing } from '../errors.js';
import { actorOf, type Caller, requireAdmin } from './access.js';
import { clientCertificate } from './identity.js';
import { blockText } from './network/address.js';
import type { Rights } from './rights.js';

/** A project, the addresses of its members and its live instances. */
export interface ProjectOverview {
  project: ProjectRow;
  emails: string[];
  instances: InstanceRow[];
  /** Whether the caller may act as root in its instances, and so may see what opens them. */
  writable: boolean;
}

/** A server that stands somewhere, the blocks of addresses it has, and its live instances. */
export interface PlacedServer {
  server: ServerRow;
  location: LocationRow;
  blocks: string[];
  instances: InstanceRow[];
}

export interface Overview {
  /** The caller's live project with these first 24 hex digits of its uuid; `not_found` for others. */
  project(caller: Caller, oid: string): Promise<ProjectRow>;
  /** The caller's projects, oldest first; all of them for administrators. */
  projects(caller: Caller): Promise<ProjectOverview[]>;
  /** What may be ordered: no legacy plan, no hidden system. */
  catalogue(): Promise<{ locations: LocationRow[]; plans: PlanRow[]; systems: OperatingSystemRow[] }>;
  location(code: string): Promise<LocationRow | undefined>;
  plan(slug: string): Promise<PlanRow | undefined>;
  /** Also a hidden one: `hidden` says so. */
  system(slug: string): Promise<OperatingSystemRow | undefined>;
  /** The certificate that servers have to trust, PEM. */
  certificate(): Promise<string>;
  /** Servers at locations, for administrators. */
  placed(caller: Caller): Promise<PlacedServer[]>;
}

/** All rows, by number. */
const ALL = { limit: 1_000_000, after: null, column: 'id', descending: false } as const;

/** Makes the service. */
export function createOverview({ db, rights }: { db: Db; rights: Rights }): Overview {
  const { read } = db;
  return {
    project: async (caller, oid) => {
      const actor = actorOf(caller);
      const row = /^[0-9a-f]{24}$/.test(oid) ? await read.projects.byOid(oid) : undefined;
      if (row === undefined || row.deleted_at !== null || !rights.inProject(actor, row.id)) {
        throw missing('project_id');
      }
      return row;
    },

    projects: async (caller) => {
      const actor = actorOf(caller);
      const visible = rights.instances(actor)?.project_ids;
      const [projects, members, instances] = await Promise.all([
        read.projects.page(ALL, visible === undefined ? {} : { visible }),
        read.memberships.addresses(actor.is_admin ? null : actor.user_id),
        read.instances.page(ALL, visible === undefined ? {} : { project_ids: visible }, null),
      ]);
      const emails = grouped(members, ({ project_id }) => project_id);
      const inside = grouped(instances, ({ project_id }) => project_id);
      return projects.map((project) => ({
        project,
        emails: (emails.get(project.id) ?? []).map(({ email }) => email),
        instances: inside.get(project.id) ?? [],
        writable: rights.may(actor, project.id, 'write'),
      }));
    },

    catalogue: async () => {
      const [locations, plans, systems] = await Promise.all([
        read.locations.page(ALL, {}),
        read.plans.page(ALL, {}),
        read.operatingSystems.page(ALL, { hidden: false }),
      ]);
      return { locations, plans: plans.filter(({ legacy }) => legacy === 0), systems };
    },

    location: (code) => read.locations.byCode(code),
    plan: (slug) => read.plans.bySlug(slug),
    system: (slug) => read.operatingSystems.bySlug(slug),

    certificate: () => clientCertificate(db),

    placed: async (caller) => {
      requireAdmin(caller);
      const [servers, locations] = await Promise.all([read.servers.live(), read.locations.page(ALL, {})]);
      const places = new Map(locations.map((row) => [row.id, row]));
      const ids = servers.map(({ id }) => id);
      const [blocks, instances] = await Promise.all([
        read.prefixes.hostBlocks(ids),
        read.instances.page(ALL, { server_ids: ids }, null),
      ]);
      const blocksOf = grouped(blocks, ({ server_id }) => server_id ?? 0);
      const inside = grouped(instances, ({ server_id }) => server_id);
      return servers.flatMap((server) => {
        const location = places.get(server.location_id ?? 0);
        if (location === undefined) return [];
        const held = (blocksOf.get(server.id) ?? []).map((row: PrefixRow) => blockText(row));
        return [{ server, location, blocks: held, instances: inside.get(server.id) ?? [] }];
      });
    },
  };
}

function grouped<T>(rows: readonly T[], by: (row: T) => number): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const key = by(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
