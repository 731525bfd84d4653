// prefix.delete: deletes addresses of which nothing is given out, for administrators.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('prefix.delete', async ({ core, caller }, params) => {
  await core.prefixes.delete(caller, params.prefix_id);
  return ack('prefix');
});
