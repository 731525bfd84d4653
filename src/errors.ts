// The one error class and the closed list of codes that every API renders in its own form.

/** HTTP status and JSON-RPC number of every error code (design: errors). */
export const CODES = {
  bad_request: { http: 400, rpc: -32600 },
  invalid_params: { http: 400, rpc: -32602 },
  unauthenticated: { http: 401, rpc: -32001 },
  forbidden: { http: 403, rpc: -32003 },
  reauth_required: { http: 403, rpc: -32003 },
  quota_exceeded: { http: 403, rpc: -32018 },
  not_found: { http: 404, rpc: -32004 },
  method_not_found: { http: 404, rpc: -32601 },
  method_not_allowed: { http: 405, rpc: -32601 },
  conflict: { http: 409, rpc: -32009 },
  bad_state: { http: 409, rpc: -32010 },
  cancelled: { http: 409, rpc: -32012 },
  cursor_expired: { http: 410, rpc: -32011 },
  epoch_changed: { http: 410, rpc: -32011 },
  cursor_in_future: { http: 410, rpc: -32011 },
  too_large: { http: 413, rpc: -32013 },
  unsupported_media_type: { http: 415, rpc: -32600 },
  misdirected: { http: 421, rpc: -32600 },
  upgrade_required: { http: 426, rpc: -32600 },
  rate_limited: { http: 429, rpc: -32029 },
  headers_too_large: { http: 431, rpc: -32600 },
  internal: { http: 500, rpc: -32603 },
  unsupported: { http: 501, rpc: -32051 },
  host_failed: { http: 502, rpc: -32052 },
  host_untrusted: { http: 502, rpc: -32054 },
  lost: { http: 502, rpc: -32015 },
  host_unreachable: { http: 503, rpc: -32053 },
  unavailable: { http: 503, rpc: -32050 },
  deadline: { http: 504, rpc: -32014 },
  no_capacity: { http: 507, rpc: -32017 },
} as const;

export type Code = keyof typeof CODES;

/** One fault inside an answer: `pointer` is a JSON pointer into the request's params. */
export interface Fault {
  detail: string;
  pointer?: string;
}

export interface AppErrorOptions {
  /** Several faults in one answer (validation); absent: the message is the only one. */
  faults?: Fault[];
  /** Extra members a client may use (an `oldest` cursor, a fingerprint). Never secrets. */
  details?: Record<string, unknown>;
  cause?: unknown;
  /** Seconds until a retry makes sense; becomes `Retry-After`. */
  retry_after?: number;
}

/** An error meant for the caller. Anything else that is thrown is a bug and shown as `internal`. */
export class AppError extends Error {
  readonly code: Code;
  readonly faults: Fault[];
  readonly details: Record<string, unknown> | undefined;
  readonly retry_after: number | undefined;

  constructor(code: Code, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.faults = options.faults ?? [{ detail: message }];
    this.details = options.details;
    this.retry_after = options.retry_after;
  }

  get status(): number {
    return CODES[this.code].http;
  }
}

/** `invalid_params` for one named field: `invalid('instance_name', 'must be ...')`. */
export function invalid(field: string, fix: string): AppError {
  const detail = `${field} ${fix}`;
  return new AppError('invalid_params', detail, { faults: [{ detail, pointer: `/${field}` }] });
}

/** `not_found` for what a field names: the same for what is not there and for what the caller may not see (SEC-20). */
export function missing(field: string): AppError {
  const detail = `${field} was not found`;
  return new AppError('not_found', detail, { faults: [{ detail, pointer: `/${field}` }] });
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
