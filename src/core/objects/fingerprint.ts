// Finding what a host keeps by fingerprint: exactly one row, never a pattern (SEC-44).
import { AppError, invalid, missing } from '../../errors.js';

/** The one row whose fingerprint is, or begins with, the given 12 to 64 hex digits; throws `missing(field)`. */
export function byFingerprint<R extends { fingerprint: string }>(
  rows: readonly R[],
  field: string,
  given: string,
): R {
  if (!/^[0-9a-f]{12,64}$/i.test(given)) throw invalid(field, 'must be 12 to 64 hex digits');
  const wanted = given.toLowerCase();
  const [found, another] = rows.filter(({ fingerprint }) => fingerprint.startsWith(wanted));
  if (found === undefined) throw missing(field);
  if (another !== undefined) throw new AppError('conflict', `${field} is not unique: give all 64 digits`);
  return found;
}
