// Host names of machines: what the outside calls them, which is not the name the host knows them by.
import { invalid } from '../../errors.js';

const LABEL = /^[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/;
const LONGEST = 253;

/** Throws `invalid_params` for what is no name of RFC 1123 labels; underscores are fine too. */
export function checkHostname(field: string, name: string): void {
  if (name.length <= LONGEST && name.split('.').every((label) => LABEL.test(label))) return;
  throw invalid(
    field,
    'must be labels of 1 to 63 letters, digits, hyphens and underscores, joined by dots, 253 characters at most',
  );
}
