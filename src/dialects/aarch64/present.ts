// Rows as this API shows them: ids of 24 digits, sizes in GiB, and no number that is negative or a fraction.
import type { LocationRow } from '../../core/catalogue/locations.js';
import type { OperatingSystemRow } from '../../core/catalogue/operating-systems.js';
import type { Plan } from '../../core/catalogue/plans.js';
import type { Machine } from '../../core/machines/machines.js';
import { oid } from '../../ids.js';

/** A machine of a project; what an instance made elsewhere lacks is empty or 0, for clients decode unsigned numbers. */
export function vm(machine: Machine, project_uuid: string) {
  const { row, server, location, os, prefix } = machine;
  return {
    _id: oid(row.uuid),
    hostname: row.hostname === '' ? row.lxd_name : row.hostname,
    vcpus: count(row.vcpus),
    memory: gibibytes(row.memory_mb),
    disk: gibibytes(row.disk_mb),
    pop: location?.code ?? '',
    project: oid(project_uuid),
    host: count(server?.ordinal),
    index: count(row.host_index),
    os: os?.slug ?? '',
    prefix: prefix?.prefix ?? '',
    gateway: prefix?.gateway ?? '',
    address: prefix?.address ?? '',
    password: machine.password ?? '',
    phoned_home: row.phoned_home_at !== null,
    state: row.state,
    created: row.created_at,
  };
}

/** A location. */
export function pop(row: LocationRow) {
  return {
    _id: oid(row.uuid),
    name: row.code,
    provider: row.provider,
    location: row.location,
    peeringdb_id: count(row.peeringdb_id),
  };
}

/** Plans by name. */
export function plans(rows: readonly Omit<Plan, 'location_ids'>[]) {
  return Object.fromEntries(
    rows.map((row) => [
      row.slug,
      { vcpus: count(row.vcpus), memory: gibibytes(row.memory_mb), disk: gibibytes(row.disk_mb) },
    ]),
  );
}

/** Systems by name. */
export function systems(rows: readonly OperatingSystemRow[]) {
  return Object.fromEntries(rows.map((row) => [row.slug, { version: row.version, url: row.source_url }]));
}

function count(value: number | null | undefined): number {
  return Math.max(0, Math.trunc(value ?? 0));
}

/** MiB as GiB; less than one is one, for a size of 0 reads as none. */
function gibibytes(mb: number | null): number {
  return mb === null || mb <= 0 ? 0 : Math.max(1, Math.floor(mb / 1024));
}
