// simplestream.import: takes an image from a server, a snapshot or another image server into ours.
import { method } from '../registry/method.js';
import { longOptions } from './present/instance-fields.js';
import { accepted } from './present/operation.js';

export default method('simplestream.import', async ({ core, caller }, params) => {
  const wish = { ...params, product: params.product_id, serial: params.product_version_serial };
  return accepted(await core.imageTransfers.import(caller, wish, longOptions(params)));
});
