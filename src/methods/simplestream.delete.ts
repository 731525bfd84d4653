// simplestream.delete: takes a version, or a product with all of its versions, off our image server.
import { method } from '../registry/method.js';
import { single } from './present/document.js';

export default method('simplestream.delete', async ({ core, caller }, params) => {
  const gone = await core.simplestreams.delete(caller, {
    product: params.product_id,
    serial: params.product_version_serial ?? '',
  });
  return single('product', gone.product_id, {
    response: true as const,
    product_id: gone.product_id,
    product_key: gone.product_key,
    product_version_serials: gone.serials,
  });
});
