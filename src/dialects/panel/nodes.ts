// Nodes: listed, registered, let go.
import { AppError } from '../../errors.js';
import type { DialectHandler } from '../dialect.js';
import { nodeOf } from './lookup.js';
import { node } from './present.js';

/** GET /api/nodes */
export const list: DialectHandler<object> = async ({ core, caller }) => ({
  status: 200,
  body: (await core.fleet.list(caller)).map(node),
});

interface Form {
  name: string;
  tags: string;
  ram: string;
  disk: string;
  processor: string;
  address: string;
  port: string | number;
  password?: string;
}

/** POST /api/nodes/create */
export const create: DialectHandler<Form> = async ({ core, caller, request }) => {
  const { port, password, ...wish } = request.input;
  const row = await core.fleet.register(caller, {
    ...wish,
    port: Number(port),
    ...(password === undefined || password === '' ? {} : { password }),
  });
  const made = node(row);
  return { status: 201, body: { ...made, Message: made } };
};

/** DELETE /api/nodes/delete */
export const remove: DialectHandler<{ nodeId: string }> = async ({ core, caller, request }) => {
  const row = await nodeOf(core, caller, request.input.nodeId);
  const count = await core.roster.instancesOn(caller, row.id);
  if (count > 0) {
    throw new AppError(
      'bad_state',
      `${row.name} still has ${count} ${count === 1 ? 'instance' : 'instances'}: delete them first`,
    );
  }
  await core.fleet.delete(caller, row.id, false);
  return { status: 201, body: { Message: 'The node has successfully been deleted.' } };
};
