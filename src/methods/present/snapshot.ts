// Snapshots as the native wire shows them.
import type { HostSnapshot, InstanceRow } from '../../core/core.js';
import { hostObjectId } from '../../ids.js';
import { resource } from './document.js';

/** A snapshot of an instance; `created_at` in milliseconds. */
export function snapshot(instance: InstanceRow, one: HostSnapshot) {
  return resource('snapshot', hostObjectId('snapshot', `${instance.uuid}/${one.name}`), {
    provider: 'lxd',
    instance_id: instance.id,
    instance_name: instance.lxd_name,
    snapshot_name: one.name,
    snapshot_stateful: one.stateful,
    snapshot_size: one.size,
    created_at: one.created_at,
  });
}
