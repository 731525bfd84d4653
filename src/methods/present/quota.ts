// Quotas as the native wire shows them.
import { type Quota, RESOURCES } from '../../core/quotas.js';
import { resource } from './document.js';

/** A bound as a resource, numbered by its place in the list of what can be bound. */
export function quota(of: { user_id: number } | { project_id: number }, row: Quota) {
  return resource('quota', RESOURCES.indexOf(row.resource) + 1, {
    ...of,
    quota_resource: row.resource,
    quota_maximum: row.maximum,
    quota_source: row.source,
    quota_used: row.used,
  });
}
