// Instance rows as the native wire shows them.
import type { Core, InstanceRow } from '../../core/core.js';

/** What lists show. */
export function instance(core: Core, row: InstanceRow) {
  return attributes(core, row, core.hostView(row));
}

/** What of an instance's answer is not in its row: together with the row it decides every byte. */
export function shownState(core: Core, row: InstanceRow): string {
  return `${core.instances.status(row)} ${core.serverOnline(row.server_id)} ${core.locationOf(row.server_id)}`;
}

/** What a single get shows: the same and the configuration. */
export function instanceDetail(core: Core, row: InstanceRow) {
  const view = core.hostView(row);
  return {
    ...attributes(core, row, view),
    instance_profiles: view.profiles.join(','),
    instance_devices: view.expanded_devices,
    instance_config: view.config,
    instance_memory: view.limits['limits.memory'] ?? '',
    instance_cpu: view.limits['limits.cpu'] ?? '',
    instance_display_name: row.display_name,
    instance_index: row.host_index,
  };
}

function attributes(core: Core, row: InstanceRow, view: ReturnType<Core['hostView']>) {
  return {
    instance_id: row.id,
    server_id: row.server_id,
    project_id: row.project_id,
    instance_name: row.lxd_name,
    instance_type: row.type,
    instance_arch: view.architecture,
    instance_status: core.instances.status(row),
    instance_power: row.power_state,
    instance_stale: !core.serverOnline(row.server_id),
    instance_image_os: view.image_os,
    instance_image_version: view.image_version,
    instance_description: row.description,
    instance_location: row.lxd_location,
    created_at: row.created_at,
    updated_at: row.updated_at,
    provider: 'lxd',
    instance_hostname: row.hostname,
    location_id: core.locationOf(row.server_id),
    plan_id: row.plan_id,
    os_id: row.os_id,
    suspended_at: row.suspended_at,
    phoned_home_at: row.phoned_home_at,
  };
}
