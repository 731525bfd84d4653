// Instances as this dialect shows them: every value is a string, sizes in MB of 1024 times 1024 bytes.
import type { LiveUsage, OwnedRow } from '../../core/core.js';

type Texts = Record<string, string>;

/** One entry of the list. */
export function vps(row: OwnedRow): Texts {
  const shown: Texts = {
    id: String(row.id),
    node: String(row.server_id),
    // The one kind that its clients know.
    virtualization_type: '1',
    hostname: row.hostname === '' ? row.lxd_name : row.hostname,
    guaranteed_ram: String(row.memory_mb ?? 0),
  };
  if (row.burst_memory_mb !== null) shown['burstable_ram'] = String(row.burst_memory_mb);
  shown['disk_space'] = String(row.disk_mb ?? 0);
  shown['cpu_count'] = String(row.vcpus ?? 0);
  // A plan that counts both directions together has one limit, all others two; 0 is none.
  if (isCombined(row)) {
    shown['traffic_limit'] = String(row.traffic_total_limit);
  } else {
    shown['traffic_in_limit'] = String(row.traffic_in_limit ?? 0);
    shown['traffic_out_limit'] = String(row.traffic_out_limit ?? 0);
  }
  return carried(shown, row);
}

/** The status of one; `usage` is null for what its host does not tell. */
export function vpsStatus(row: OwnedRow, usage: LiveUsage | null): Texts {
  const shown = carried({}, row);
  shown['ram_used'] = String(usage?.memory_bytes ?? 0);
  shown['disk_used'] = String(usage?.disk_bytes ?? 0);
  shown['status'] = wordOf(row, usage);
  return shown;
}

function wordOf(row: OwnedRow, usage: LiveUsage | null): string {
  if (row.deleted_at !== null) return 'terminated';
  if (row.suspended_at !== null) return 'suspended';
  switch (usage?.power) {
    case 'running':
    case 'frozen':
      return 'running';
    case 'stopped':
      return 'stopped';
    case 'error':
    case 'unknown':
    case undefined:
      return 'unknown';
  }
}

/** Adds the traffic; what is terminated shows none. */
function carried(shown: Texts, row: OwnedRow): Texts {
  const { rx, tx } = row.deleted_at === null ? row : { rx: 0, tx: 0 };
  if (isCombined(row)) {
    shown['traffic_used'] = String(rx + tx);
  } else {
    shown['traffic_in_used'] = String(rx);
    shown['traffic_out_used'] = String(tx);
  }
  return shown;
}

function isCombined({ traffic_total_limit }: OwnedRow): boolean {
  return traffic_total_limit !== null && traffic_total_limit > 0;
}
