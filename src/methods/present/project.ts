// Projects as the native wire shows them.
import type { ProjectRow } from '../../core/projects.js';

/** What members see. */
export function project(row: ProjectRow) {
  return {
    project_id: row.id,
    project_name: row.name,
    project_uuid: row.uuid,
    project_personal: row.personal_user_id !== null,
    user_id: row.created_by,
    project_created_at: row.created_at,
    project_updated_at: row.updated_at,
  };
}
