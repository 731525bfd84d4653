// Changes that people make to their own accounts: recovery, address, password and its lock.
import type { ChangeDeps } from './deps.js';
import { createEmailChange, type EmailChange } from './email.js';
import { createPasswordChange, type PasswordChange } from './password.js';
import { createRecovery, type Recovery } from './recovery.js';
import { createShared } from './shared.js';

export type AccountChanges = Recovery & EmailChange & PasswordChange;

/** Makes the service. */
export function createAccountChanges(deps: ChangeDeps): AccountChanges {
  const shared = createShared(deps);
  return {
    ...createRecovery(deps, shared),
    ...createEmailChange(deps, shared),
    ...createPasswordChange(deps, shared),
  };
}
