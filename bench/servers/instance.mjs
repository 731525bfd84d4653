// The work of `instance.get` in its plainest form, shared by the baselines: the same token table, the same row (a copy of
// the candidate's database), the same answer.
import { hash } from 'node:crypto';
import Database from 'better-sqlite3';

/** What the body may hold; the contract's own schema, with what every native call may carry. */
export const PARAMS = {
  type: 'object',
  properties: {
    instance_id: { type: 'integer', minimum: 1 },
    server_id: { type: 'integer', minimum: 1 },
    instance_name: { type: 'string', minLength: 1, maxLength: 63 },
    provider: { type: 'string', maxLength: 64 },
    request_id: { type: 'string', maxLength: 64 },
  },
  additionalProperties: false,
};

/** Opens the database copy: `authenticate(token)` gives a user or null, `answer(params)` the document or null. */
export function openInstances(file) {
  const db = new Database(file, { readonly: true });
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') throw new Error('the copy must be in WAL mode');
  const byHash = db.prepare(
    'select t.id, t.user_id, t.expires_at, u.is_admin from api_tokens t join users u on u.id = t.user_id ' +
      'where t.secret_hash = ? and t.revoked_at is null',
  );
  const get = db.prepare('select * from instances where id = ? and deleted_at is null');
  const named = db.prepare(
    'select * from instances where server_id = ? and lxd_name = ? and deleted_at is null',
  );
  const locations = new Map(
    db
      .prepare('select id, location_id from servers')
      .all()
      .map(({ id, location_id }) => [id, location_id]),
  );
  const place = (server_id) => locations.get(server_id) ?? null;
  const known = new Map();
  return {
    authenticate(token) {
      const key = hash('sha256', token, 'base64');
      let entry = known.get(key);
      if (entry === undefined) {
        entry = byHash.get(Buffer.from(key, 'base64'));
        if (entry === undefined) return null;
        known.set(key, entry);
      }
      return live(entry) ? entry : null;
    },
    live,
    answer({ instance_id, server_id, instance_name }) {
      const row =
        instance_id === undefined ? only(named.all(server_id, instance_name)) : get.get(instance_id);
      return row === undefined ? null : { data: present(row, place), meta: { etag: etag(row) } };
    },
  };
}

/** A name may be there once per host project, so all are read, as the product must. */
function only(rows) {
  return rows.length === 1 ? rows[0] : undefined;
}

function live(entry) {
  return entry.expires_at === null || Date.now() < entry.expires_at;
}

function etag(row) {
  return hash('sha256', row.host_view + row.description).slice(0, 16);
}

function present(row, place) {
  const view = JSON.parse(row.host_view);
  return {
    id: row.id,
    type: 'instance',
    attributes: {
      instance_id: row.id,
      server_id: row.server_id,
      project_id: row.project_id,
      instance_name: row.lxd_name,
      instance_type: row.type,
      instance_arch: view.architecture,
      instance_status: row.power_state,
      instance_power: row.power_state,
      instance_stale: false,
      instance_image_os: view.image_os,
      instance_image_version: view.image_version,
      instance_description: row.description,
      instance_location: row.lxd_location,
      created_at: row.created_at,
      updated_at: row.updated_at,
      provider: 'lxd',
      instance_hostname: row.hostname,
      location_id: place(row.server_id),
      plan_id: row.plan_id,
      os_id: row.os_id,
      suspended_at: row.suspended_at,
      phoned_home_at: row.phoned_home_at,
      instance_profiles: view.profiles.join(','),
      instance_devices: view.expanded_devices,
      instance_config: view.config,
      instance_memory: view.limits['limits.memory'] ?? '',
      instance_cpu: view.limits['limits.cpu'] ?? '',
      instance_display_name: row.display_name,
      instance_index: row.host_index,
    },
  };
}
