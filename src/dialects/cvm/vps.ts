// The five calls: list, status, and the three actions, which wait for their end.
import type { OwnedAction } from '../../core/core.js';
import { AppError } from '../../errors.js';
import type { DialectContext, DialectHandler } from '../dialect.js';
import { vps, vpsStatus } from './present.js';

/** GET /vps/list */
export const list: DialectHandler<object> = async ({ core, caller }) => {
  const vpses = (await core.owned.list(caller)).map(vps);
  return { status: 200, body: { response: { vpses } } };
};

/** GET /vps/{id}/status */
export const status: DialectHandler<object> = async (ctx) => {
  const { core, caller } = ctx;
  const row = await core.owned.find(caller, idOf(ctx));
  const usage = row.deleted_at === null ? await core.owned.usage(row) : null;
  return { status: 200, body: { response: vpsStatus(row, usage) } };
};

/** POST /vps/{id}/start, stop and restart */
export function power(action: OwnedAction): DialectHandler<object> {
  return async (ctx) => {
    await ctx.core.owned.power(ctx.caller, idOf(ctx), action);
    return { status: 200, body: { response: {} } };
  };
}

/** The number in the path; what is none names nothing. */
function idOf({ request }: DialectContext<object>): number {
  const text = request.params['id'] ?? '';
  if (!/^[0-9]{1,15}$/.test(text)) throw new AppError('not_found', 'instance_id was not found');
  return Number(text);
}
