// config.get: the switches a user interface follows, and a fresh stream id.
import { method } from '../registry/method.js';
import { config, extensions } from './present/config.js';

export default method('config.get', ({ core, actor }) => {
  const attributes = config(core.config, core.feed.newStreamId(), core.passkeys.rp_id !== null);
  const data = { id: 1, type: 'config' as const, attributes };
  return actor === null ? { data } : { data, meta: { extensions: extensions(), version: core.version } };
});
