// simplestream.images: the images of our image server, as clients see them.
import { method } from '../registry/method.js';
import { objectRows } from './present/object-rows.js';
import { catalogueImage } from './present/simplestream.js';

const BY = [
  'image_fingerprint',
  'image_instance_type',
  'image_architecture',
  'image_os',
  'image_release',
  'image_variant',
  'image_serial',
  'product_key',
] as const;

export default method('simplestream.images', async ({ core }, params) => {
  const { offers, products } = await core.simplestreams.catalogue();
  const rows = offers.map((one) => catalogueImage(one, products));
  return objectRows(rows, params, {
    sort: [...BY, 'image_size', 'product_id'],
    filter: [...BY, 'product_id'],
  });
});
