// What a name may look like before it becomes part of a path on the host (SEC-44).
import { AppError, invalid } from '../../errors.js';

// LXD compares fingerprints with SQL LIKE (seen on 5.0.2: `%` matches), so nothing but hex may pass.
const FINGERPRINT = /^[0-9a-f]{12,64}$/i;
const INSTANCE = /^[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const PROJECT = /^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$/;
const OBJECT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const NETWORK = /^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/;
// A slash would name something else; LXD 5.0.2 takes `..` and then removes what lies above.
const SNAPSHOT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const ALIAS = /^[A-Za-z0-9][A-Za-z0-9._:+@ -]*(?:\/[A-Za-z0-9][A-Za-z0-9._:+@ -]*)*$/;
const OPERATION = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function check(pattern: RegExp, field: string, value: string, fix: string): string {
  if (!pattern.test(value)) throw invalid(field, fix);
  return encodeURIComponent(value);
}

/** Path segment of an instance name; throws invalid_params. */
export function instanceSegment(name: string): string {
  return check(
    INSTANCE,
    'instance_name',
    name,
    'must be 1 to 63 letters, digits and hyphens, start with a letter and not end with a hyphen',
  );
}

/** True for a name LXD takes for an instance. */
export function isInstanceName(name: string): boolean {
  return INSTANCE.test(name);
}

/** A project name as it stands in a query (not yet encoded); throws invalid_params. */
export function projectName(name: string): string {
  check(PROJECT, 'project', name, 'must be 1 to 63 letters, digits, dots and hyphens');
  return name;
}

/** Path segment of a network, pool or cluster member name; throws invalid_params. */
export function objectSegment(field: string, name: string): string {
  return check(OBJECT, field, name, 'must be 1 to 63 letters, digits, dots, underscores and hyphens');
}

/** Path segment of a network's name; throws invalid_params. */
export function networkSegment(name: string): string {
  return check(NETWORK, 'network_name', name, 'must be 1 to 15 letters, digits and hyphens');
}

/** Path segment of a snapshot's name; throws invalid_params. */
export function snapshotSegment(name: string): string {
  return check(
    SNAPSHOT,
    'snapshot_name',
    name,
    'must be 1 to 63 letters, digits, dots, underscores and hyphens, beginning with a letter or digit',
  );
}

/** Path segment of an image alias (slashes are part of it and become %2F); throws invalid_params. */
export function aliasSegment(alias: string): string {
  if (alias.length > 255) throw invalid('image', 'must be at most 255 characters long');
  return check(ALIAS, 'image', alias, 'must be an alias or a fingerprint of 12 to 64 hex digits');
}

/** True for a full fingerprint or a prefix long enough to be one. */
export function isFingerprint(text: string): boolean {
  return FINGERPRINT.test(text);
}

/** Path segment of a fingerprint or its prefix; throws invalid_params. */
export function fingerprintSegment(field: string, fingerprint: string): string {
  return check(FINGERPRINT, field, fingerprint, 'must be 12 to 64 hex digits').toLowerCase();
}

/** Path of an operation by its id; throws not_found for what can't be an id. */
export function operationPath(id: string): string {
  if (!OPERATION.test(id)) throw new AppError('not_found', 'the host has no such operation');
  return `/1.0/operations/${id}`;
}
