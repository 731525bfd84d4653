// event.auth: binds a stream to the caller.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('event.auth', async ({ core, caller }, params) => {
  await core.feed.bindPanel(caller, params.stream);
  return ack('event');
});
