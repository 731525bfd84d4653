// Runs what needs a real LXD where there can be one, and says loudly where not.
import t from 'tap';
import { skipReason } from './lxd.js';

/** Runs the tests of a file; elsewhere they are skipped with the reason, and fail where `CI` is set. */
export async function onRealLxd(
  name: string,
  run: () => Promise<void>,
  reason = skipReason(),
): Promise<void> {
  if (reason === '') return run();
  if (process.env['CI'] !== undefined) t.fail(`${name}: ${reason}`);
  else t.pass(`SKIPPED ${name}: ${reason}`, { skip: reason });
  t.end();
}
