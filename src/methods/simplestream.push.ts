// simplestream.push: brings an image of ours to servers.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('simplestream.push', async ({ core, caller }, params) => {
  const wish = {
    fingerprint: params.image_fingerprint,
    server_ids: params.server_ids,
    alias: params.alias ?? '',
    move: params.alias_move ?? false,
  };
  return accepted(await core.imageTransfers.push(caller, wish, longOptions(params)));
});
