// Trusted certificates as the native wire shows them.
import type { HostCertificate } from '../../core/core.js';
import { hostObjectId } from '../../ids.js';
import { resource } from './document.js';

/** A certificate that a server trusts. */
export function certificate(one: HostCertificate) {
  return resource('certificate', hostObjectId('certificate', one.fingerprint), {
    provider: 'lxd',
    certificate_name: one.name,
    certificate_type: one.type,
    certificate_fingerprint: one.fingerprint,
  });
}
