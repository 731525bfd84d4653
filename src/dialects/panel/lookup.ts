// What requests name by id; what is not there is a wrong request here.
import type { Caller } from '../../core/access.js';
import type { Core, InstanceRow, ServerRow } from '../../core/core.js';
import type { UserRow } from '../../core/roster.js';
import { invalid } from '../../errors.js';

/** The instance of an Id. */
export async function instanceOf(core: Core, caller: Caller, id: string): Promise<InstanceRow> {
  const row = await core.roster.instance(caller, id.toLowerCase());
  if (row === undefined) throw invalid('id', 'is the Id of no instance');
  return row;
}

/** The user of a userId. */
export async function userOf(core: Core, caller: Caller, field: string, id: string): Promise<UserRow> {
  const row = await core.roster.user(caller, { id });
  if (row === undefined) throw invalid(field, 'is the userId of no user');
  return row;
}

/** The node of an id. */
export async function nodeOf(core: Core, caller: Caller, id: string): Promise<ServerRow> {
  const row = await core.roster.server(caller, id.toLowerCase());
  if (row === undefined) throw invalid('nodeId', 'is the id of no node');
  return row;
}
