// health.ready: calls would be served now.
import { AppError } from '../errors.js';
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('health.ready', (ctx) => {
  const { ready, reason } = ctx.core.health.ready();
  if (!ready) throw new AppError('unavailable', reason ?? 'not ready: try again soon', { retry_after: 1 });
  return ack('health');
});
