// The client's one error class, and how an answer of the server becomes one.

/** One fault of a refused call; `pointer` is a JSON pointer into what was sent. */
export interface ClientFault {
  code: string;
  detail: string;
  pointer?: string;
}

/**
 * A refused or failed call. `code` is the server's (`not_found`, ...) or one of the client's own: `unreachable`,
 * `timeout`, `aborted`, `connection_lost` (sent, outcome unknown), `bad_answer`, `closed`.
 */
export class ClientError extends Error {
  readonly code: string;
  /** HTTP status, 0 when there was no answer. */
  readonly status: number;
  readonly detail: string;
  readonly faults: ClientFault[];
  /** The server's id of the request, for its log; '' when unknown. */
  readonly request_id: string;

  constructor(
    code: string,
    detail: string,
    more: { status?: number; faults?: ClientFault[]; request_id?: string; cause?: unknown } = {},
  ) {
    super(detail, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'ClientError';
    this.code = code;
    this.detail = detail;
    this.status = more.status ?? 0;
    this.faults = more.faults ?? [{ code, detail }];
    this.request_id = more.request_id ?? '';
  }
}

/** Whether something is an object one may look into. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function faultOf(entry: unknown): ClientFault {
  if (!isRecord(entry)) return { code: 'bad_answer', detail: 'the server gave no reason' };
  const source = isRecord(entry['source']) ? entry['source']['pointer'] : undefined;
  return {
    code: typeof entry['code'] === 'string' ? entry['code'] : 'bad_answer',
    detail: typeof entry['detail'] === 'string' ? entry['detail'] : 'the server gave no reason',
    ...(typeof source === 'string' ? { pointer: source } : {}),
  };
}

/** Turns an error document (`{errors, meta}`) into a ClientError. */
export function errorFrom(status: number, body: unknown): ClientError {
  const errors = isRecord(body) && Array.isArray(body['errors']) ? body['errors'] : [];
  const meta = isRecord(body) && isRecord(body['meta']) ? body['meta'] : {};
  const faults = errors.map(faultOf);
  const first = faults[0];
  if (first === undefined)
    return new ClientError('bad_answer', `the server answered ${status} without a reason`, { status });
  const request_id = typeof meta['request_id'] === 'string' ? meta['request_id'] : '';
  // A frame that ends a subscription has no status of its own; its faults have.
  const given = status === 0 && isRecord(errors[0]) ? Number(errors[0]['status']) || 0 : status;
  return new ClientError(first.code, faults.map((fault) => fault.detail).join('; '), {
    status: given,
    faults,
    request_id,
  });
}
