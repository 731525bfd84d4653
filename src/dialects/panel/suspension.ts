// Suspending an instance and lifting that. Asked for twice, the second time changes nothing.
import type { DialectContext, DialectHandler } from '../dialect.js';
import { AppError, invalid } from '../../errors.js';
import { instanceOf } from './lookup.js';
import { instances } from './present.js';

/** How long is waited, seconds, for the lifting (it starts what ran) and for what is still being made. */
const WAIT = 15;

type Context = DialectContext<{ id?: string | null }>;

/** POST /api/instances/suspend/:id */
export const suspend: DialectHandler<{ id?: string | null }> = async (ctx) => {
  const row = await named(ctx);
  if (row.suspended_at === null) {
    const { core, caller } = ctx;
    const { operation_id } = await core.suspension.suspend(caller, { instance_id: row.id }, {});
    // One that is still being made is suspended after that.
    const fresh = await instanceOf(core, caller, row.uuid);
    if (fresh.suspended_at === null) {
      const { status, error } = await core.operations.get(caller, operation_id, WAIT);
      if (status === 'failure') throw new AppError('host_failed', error);
    }
  }
  return answer(ctx, `Instance ${row.uuid} suspended`);
};

/** POST /api/instances/unsuspend/:id */
export const unsuspend: DialectHandler<{ id?: string | null }> = async (ctx) => {
  const row = await named(ctx);
  if (row.suspended_at !== null) {
    await ctx.core.suspension.unsuspend(ctx.caller, { instance_id: row.id }, { wait: WAIT });
  }
  return answer(ctx, `Instance ${row.uuid} unsuspended`);
};

/** The path says which; a body that says another is wrong. */
async function named({ core, caller, request }: Context) {
  const id = request.params['id'] ?? '';
  const { id: body } = request.input;
  if (body !== undefined && body !== null && body !== id) throw invalid('id', 'must be that of the path');
  return instanceOf(core, caller, id);
}

async function answer({ core, caller, request }: Context, success: string) {
  const row = await instanceOf(core, caller, request.params['id'] ?? '');
  const [shown] = await instances(core, [row], await core.roster.users(caller));
  return { status: 200, body: { ...shown, success } };
}
