// Images as the native wire shows them, and the servers that offer them.
import type { HostImage, RemoteImage } from '../../core/core.js';
import { hostObjectId } from '../../ids.js';
import { resource } from './document.js';

/** An image in a server's own store, or one that an image server offers; times in seconds. */
export function image(one: HostImage | RemoteImage) {
  const kept = 'cached' in one ? one : null;
  return resource('image', hostObjectId('image', one.fingerprint), {
    provider: 'lxd',
    image_fingerprint: one.fingerprint,
    image_architecture: one.architecture,
    image_instance_type: one.type,
    image_description: one.description,
    image_os: one.os,
    image_release: one.release,
    image_serial: one.serial,
    image_aliases: one.aliases,
    image_size: one.size,
    image_public: kept === null || kept.public,
    image_cached: kept?.cached === true,
    image_created_at: seconds(one.created_at),
    image_last_used_at: seconds(kept?.last_used_at ?? 0),
    image_expires_at: seconds(one.expires_at),
  });
}

/** An image server on offer; they are numbered from 1, as the panel puts one of its own under 0. */
export function imageServer(url: string, index: number) {
  return resource('image', index + 1, {
    provider: 'lxd',
    image_server_host: url,
    image_server_protocol: 'simplestreams' as const,
  });
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
