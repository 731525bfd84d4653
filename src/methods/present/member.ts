// Members of projects as the native wire shows them, and how a request names one.
import type { Caller } from '../../core/access.js';
import type { Core } from '../../core/core.js';
import type { MemberName, MemberRow } from '../../core/members.js';
import { readRoles } from '../../core/roles.js';

/** What other members see. */
export function member(core: Core, caller: Caller, row: MemberRow) {
  return {
    project_id: row.project_id,
    user_id: row.user_id,
    user_login: row.login,
    user_email: core.members.showsEmail(caller, row) ? row.email : '',
    roles: readRoles(row.roles),
    member_created_at: row.created_at,
  };
}

/** Who is meant: by number or by address. */
export function memberName(params: {
  user_id?: number | undefined;
  user_email?: string | undefined;
}): MemberName {
  return { user_id: params.user_id, email: params.user_email };
}
