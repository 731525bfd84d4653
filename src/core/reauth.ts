// Re-authentication: what changes credentials needs a session that logged in a moment ago (SEC-06).
import { AppError } from '../errors.js';
import { actorOf, type Caller } from './access.js';

/** Refuses API tokens with `forbidden` and old sessions with `reauth_required`. */
export function requireRecentLogin(
  caller: Caller,
  deps: { clock: () => number; config: { auth: { reauth_seconds: number } } },
): void {
  const actor = actorOf(caller);
  if (actor.session_at === null) throw new AppError('forbidden', 'an API token cannot do this: log in');
  const seconds = deps.config.auth.reauth_seconds;
  if (deps.clock() - actor.session_at < seconds * 1000) return;
  throw new AppError('reauth_required', `this needs a login less than ${seconds} seconds old: log in again`);
}
