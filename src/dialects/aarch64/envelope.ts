// The envelope of every answer, and which refusals are told in it with status 200: its clients read the message only then.
import { AppError, type Code, isAppError } from '../../errors.js';
import type { DialectAnswer, DialectContext, DialectHandler } from '../dialect.js';

/** An answer that went well. */
export function success(
  message: string,
  data: unknown = null,
  headers: DialectAnswer['headers'] = [],
): DialectAnswer {
  return { status: 200, body: { meta: { success: true, message }, data }, headers };
}

/**
 * A handler whose own refusals are told with status 200: what core forbids to somebody who may call the route is a
 * refused request, not a refused key. That is marked where a repeated call finds it again.
 */
export function understood<I>(
  handler: (ctx: DialectContext<I>) => Promise<DialectAnswer>,
): DialectHandler<I> {
  return async (ctx) => {
    try {
      return await handler(ctx);
    } catch (error) {
      if (!isAppError(error) || (error.code !== 'forbidden' && error.code !== 'reauth_required')) throw error;
      const { code, message, faults, details } = error;
      throw new AppError(code, message, { faults, details: { ...details, [REFUSED]: true }, cause: error });
    }
  };
}

const REFUSED = 'refused';

/** Statuses that are not 200. */
const STATUS: Partial<Readonly<Record<Code, number>>> = {
  unauthenticated: 403,
  forbidden: 403,
  reauth_required: 403,
  bad_request: 400,
  unsupported_media_type: 400,
  upgrade_required: 400,
  method_not_found: 404,
  method_not_allowed: 405,
  too_large: 413,
  misdirected: 421,
  rate_limited: 429,
  headers_too_large: 431,
  internal: 500,
  unavailable: 503,
};

/** An error as its clients read it. */
export function renderError(error: AppError): DialectAnswer {
  const status = error.details?.[REFUSED] === true ? 200 : (STATUS[error.code] ?? 200);
  return { status, body: { meta: { success: false, message: messageOf(error, status) }, data: null } };
}

/** Core's names of what this API calls otherwise. */
const FIELDS: Readonly<Record<string, string>> = {
  user_email: 'email',
  user_password: 'password',
  project_id: 'project',
  project_name: 'name',
  instance_id: 'vm',
  server_host: 'ip',
  server_password: 'password',
  location_code: 'name',
  location_id: 'pop',
  plan_id: 'plan',
  os_id: 'os',
};
const NAMES = new RegExp(`\\b(${Object.keys(FIELDS).join('|')})\\b`, 'g');

function messageOf(error: AppError, status: number): string {
  if (error.code === 'unauthenticated') return 'Not authenticated';
  if (status === 403) return 'Unauthorized';
  const text = error.faults.map(({ detail }) => detail).join('; ');
  return text.replace(NAMES, (name) => FIELDS[name] ?? name);
}
