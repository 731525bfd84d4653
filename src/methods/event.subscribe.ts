// event.subscribe: live, ordered, resumable events; without a token the panel's stream.
import { AppError, invalid } from '../errors.js';
import { method } from '../registry/method.js';

export default method('event.subscribe', ({ core, actor, caller, request }, params) => {
  if (actor !== null) {
    const resumed = request.last_event_id === '' ? undefined : request.last_event_id;
    return core.feed.subscribe(caller, { cursor: resumed ?? params.cursor, filter: params.filter });
  }
  if (request.transport !== 'sse') throw new AppError('unauthenticated', 'a bearer token is needed');
  if (params.stream === undefined || params.stream === '') {
    throw invalid('stream', 'must be the id that config.get gave, or send a bearer token');
  }
  return { kind: 'panel' as const, ...core.feed.openPanel(params.stream, request.last_event_id) };
});
