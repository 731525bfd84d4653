// simplestream.list: the products of our image server and their listed versions.
import { method } from '../registry/method.js';
import { objectRows } from './present/object-rows.js';
import { product } from './present/simplestream.js';

const BY = ['product_os', 'product_release', 'product_arch', 'product_variant', 'product_key'] as const;

export default method('simplestream.list', async ({ core }, params) => {
  const { products, versions } = await core.simplestreams.catalogue();
  const rows = products.map((row) => product(row, versions));
  return objectRows(rows, params, {
    sort: [...BY, 'product_id', 'product_created_at'],
    filter: [...BY, 'product_id'],
  });
});
