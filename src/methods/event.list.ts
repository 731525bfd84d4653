// event.list: events of the past.
import { method } from '../registry/method.js';
import { list, resource } from './present/document.js';
import { event } from './present/event.js';

export default method('event.list', async ({ core, caller }, params) => {
  const { rows, cursor } = await core.feed.history(caller, {
    cursor: params.cursor,
    until: params.until,
    filter: params.filter,
    limit: params.limit,
    descending: params.sort === '-id',
  });
  return list(
    rows.map((row) => resource('event', row.id, event(row))),
    cursor,
  );
});
