// Refusals in this dialect's form, with the statuses its clients expect: what is not found is 400, never 404.
import type { AppError, Code } from '../../errors.js';
import type { DialectAnswer } from '../dialect.js';

const STATUS: Readonly<Record<Code, number>> = {
  bad_request: 400,
  invalid_params: 400,
  unauthenticated: 401,
  forbidden: 400,
  reauth_required: 400,
  quota_exceeded: 400,
  not_found: 400,
  method_not_found: 404,
  method_not_allowed: 405,
  conflict: 400,
  bad_state: 400,
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
  unsupported: 400,
  host_failed: 500,
  host_untrusted: 500,
  lost: 500,
  host_unreachable: 500,
  unavailable: 500,
  deadline: 500,
  no_capacity: 500,
};

/** What went wrong where something did, by route. */
const DOING: Readonly<Record<string, string>> = {
  'users.list': 'Error retrieving users',
  'users.find': 'Error retrieving user',
  'users.create': 'Error creating user',
  'instances.list': 'Error retrieving instances',
  'instances.deploy': 'Error deploying instance',
  'instances.delete': 'Error deleting instance',
  'instances.ofUser': 'Error retrieving user instances',
  'instances.get': 'Error retrieving instance',
  'instances.suspend': 'Error suspending instance',
  'instances.unsuspend': 'Error unsuspending instance',
  'images.list': 'Error retrieving images',
  'nodes.list': 'Error retrieving nodes',
  'nodes.create': 'Error creating node',
  'nodes.delete': 'Error deleting node',
};

/** Core's names of what this API calls otherwise. */
const FIELDS: Readonly<Record<string, string>> = {
  user_login: 'username',
  user_email: 'email',
  user_password: 'password',
  external_id: 'userId',
  owner_user_id: 'user',
  instance_id: 'id',
  server_id: 'nodeId',
  server_host: 'address',
  server_port: 'port',
  server_password: 'password',
  memory_mb: 'memory',
  vcpus: 'cpu',
  display_name: 'name',
  os_id: 'image',
  instance_config: 'variables',
};
const NAMES = new RegExp(`\\b(${Object.keys(FIELDS).join('|')})\\b`, 'g');

/** An error as its clients read it. */
export function renderError(error: AppError, request_id: string, route?: string | null): DialectAnswer {
  const { code } = error;
  if (code === 'unauthenticated') return { status: 401, body: { error: 'Missing or invalid API key' } };
  const text = error.faults
    .map(({ detail }) => detail)
    .join('; ')
    .replace(NAMES, (name) => FIELDS[name] ?? name);
  // Only an account can exist already; another conflict (a port, a name) is a wrong request.
  const status = code === 'conflict' && route === 'users.create' ? 409 : STATUS[code];
  if (status < 500) return { status, body: { error: text } };
  const doing = DOING[route ?? ''] ?? 'Internal server error';
  const details = code === 'internal' ? `request ${request_id}` : text;
  return { status, body: { error: doing, details } };
}
