// Prefixes as the native wire shows them.
import { blockText } from '../../core/network/address.js';
import type { PrefixView } from '../../core/network/prefixes.js';

/** What administrators and members of its project see. */
export function prefix({ row, used, instance_id }: PrefixView) {
  return {
    prefix_id: row.id,
    prefix_uuid: row.uuid,
    prefix: blockText(row),
    prefix_purpose: row.purpose,
    prefix_public: row.is_public === 1,
    prefix_parent_id: row.parent_id,
    prefix_used: used,
    prefix_released_at: row.released_at,
    prefix_created_at: row.created_at,
    location_id: row.location_id,
    server_id: row.server_id,
    project_id: row.project_id,
    instance_id,
  };
}
