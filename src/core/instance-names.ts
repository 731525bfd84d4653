// Names of instances: what they may look like, and which are in use on a server or soon will be.
import type { Repositories } from '../db/repositories.js';
import type { ServerRow } from '../db/servers.js';
import { AppError, invalid } from '../errors.js';
import type { RenameInput } from '../operations/kinds/instance.rename.js';

const NAME = /^[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Throws `invalid_params` for a text that no host takes for the name of an instance. */
export function checkInstanceName(field: string, name: string): void {
  if (NAME.test(name)) return;
  throw invalid(
    field,
    'must be 1 to 63 letters, digits and hyphens, beginning with a letter and not ending with a hyphen',
  );
}

/** Whether an instance has the name, or is on its way to it. */
export async function nameInUse(
  tx: Repositories,
  server_id: number,
  lxd_project: string,
  name: string,
): Promise<boolean> {
  if ((await tx.instances.byName(server_id, lxd_project, name)) !== undefined) return true;
  const renames = await tx.operations.page(
    { limit: 1000, after: null, column: 'id', descending: false },
    { server_ids: [server_id], statuses: ['pending', 'running'], kinds: ['instance.rename'] },
    null,
  );
  return renames.some(({ input }) => (JSON.parse(input) as RenameInput).rename === name);
}

/** The refusal of a name that is in use. */
export function nameTaken(field: string, name: string, server: ServerRow): AppError {
  const detail = `${field} ${name} is in use on ${server.name}`;
  return new AppError('conflict', detail, { faults: [{ detail, pointer: `/${field}` }] });
}
