// Volumes as the native wire shows them.
import type { HostVolume } from '../../core/core.js';
import { hostObjectId } from '../../ids.js';
import { resource } from './document.js';

/** A volume of a server. */
export function volume(one: HostVolume) {
  // Each project may have one of the name; the one everybody means keeps the plain number.
  const project = one.project === 'default' ? '' : `${one.project}/`;
  return resource('volume', hostObjectId('volume', `${project}${one.pool}/${one.type}/${one.name}`), {
    provider: 'lxd',
    volume_name: one.name,
    volume_type: one.type,
    volume_used_by: one.used_by.join(','),
    pool_name: one.pool,
    volume_content_type: one.content_type,
    volume_size: one.size,
    volume_description: one.description,
  });
}
