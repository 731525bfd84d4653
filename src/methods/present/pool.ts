// Storage pools as the native wire shows them.
import type { HostPool } from '../../core/core.js';
import { hostObjectId } from '../../ids.js';
import { resource } from './document.js';

/** A storage pool of a server; space in bytes. */
export function pool(one: HostPool) {
  return resource('pool', hostObjectId('pool', one.name), {
    provider: 'lxd',
    pool_name: one.name,
    pool_source: one.source,
    pool_driver: one.driver,
    pool_status: one.status,
    pool_space_total: one.space_total,
    pool_space_used: one.space_used,
    pool_inodes_total: one.inodes_total,
    pool_inodes_used: one.inodes_used,
  });
}
