// Whether a token may call a method at all: its contract's scope against the actor's roles and scopes.
import { type Actor, hasScope } from '../core/access.js';
import { AppError } from '../errors.js';
import type { ContractInfo } from './schema.js';

const VALID = /^(public|user|admin|[a-z][a-z-]*:(read|write|operate))$/;

/** Refuses with `forbidden` when this actor may not call the method. */
export type ScopeCheck = (actor: Actor) => void;

/** Whether a contract's scope is one of those that exist. */
export function isScope(scope: unknown): scope is string {
  return typeof scope === 'string' && VALID.test(scope);
}

/** The check of one contract; public methods let every actor pass. */
export function scopeCheck({ scope, mutates }: Pick<ContractInfo, 'scope' | 'mutates'>): ScopeCheck {
  if (scope === 'public') return () => undefined;
  return (actor) => {
    if (actor.read_only && mutates) throw refused('this token may only read');
    if (scope === 'user') return;
    if (scope === 'admin' && !actor.is_admin) throw refused('not enough access rights');
    if (actor.scopes !== null && !hasScope(actor, scope))
      throw refused(`this token lacks the scope ${scope}`);
  };
}

function refused(detail: string): AppError {
  return new AppError('forbidden', detail);
}
