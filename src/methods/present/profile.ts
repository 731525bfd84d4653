// Profiles as the native wire shows them.
import type { ProfileView } from '../../core/core.js';
import { hostObjectId } from '../../ids.js';
import { resource } from './document.js';

/** A profile of a server. */
export function profile(one: ProfileView) {
  return resource('profile', hostObjectId('profile', one.name), {
    provider: 'lxd',
    profile_name: one.name,
    profile_body: one.body,
    profile_etag: one.etag,
  });
}

/** The answer to a change: the name and the ETag after it. */
export function profileAck(name: string, etag: string) {
  return {
    data: { type: 'profile' as const, attributes: { response: true as const, profile_name: name } },
    meta: { etag },
  };
}
