// Refusals in this dialect's form: `errors`, a list of sentences, and the few statuses its clients know.
import type { AppError, Code } from '../../errors.js';
import type { DialectAnswer } from '../dialect.js';

const STATUS: Readonly<Record<Code, number>> = {
  bad_request: 400,
  invalid_params: 400,
  unauthenticated: 401,
  forbidden: 403,
  reauth_required: 403,
  quota_exceeded: 500,
  not_found: 404,
  method_not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  bad_state: 500,
  cancelled: 500,
  cursor_expired: 400,
  epoch_changed: 400,
  cursor_in_future: 400,
  too_large: 413,
  unsupported_media_type: 400,
  misdirected: 421,
  upgrade_required: 400,
  rate_limited: 429,
  headers_too_large: 431,
  internal: 500,
  unsupported: 500,
  host_failed: 500,
  host_untrusted: 503,
  lost: 500,
  host_unreachable: 503,
  unavailable: 503,
  deadline: 500,
  no_capacity: 500,
};

/** An error as its clients read it. */
export function renderError(error: AppError): DialectAnswer {
  return { status: STATUS[error.code], body: { errors: sentences(error) } };
}

function sentences({ code, faults }: AppError): string[] {
  if (code === 'unauthenticated') return ['No valid API token pair was specified.'];
  return faults.map(({ detail }) => detail);
}
