// image.list: the images of a server, or of an image server.
import { method } from '../registry/method.js';
import { image } from './present/image.js';
import { objectRows } from './present/object-rows.js';

const BY = [
  'image_fingerprint',
  'image_architecture',
  'image_instance_type',
  'image_description',
  'image_os',
  'image_release',
  'image_serial',
] as const;

export default method('image.list', async ({ core, caller }, params) => {
  const images = await core.images.list(caller, {
    server_id: params.server_id,
    image_server: params.image_server_host,
    architecture: params.image_architecture,
  });
  return objectRows(images.map(image), params, {
    sort: [...BY, 'image_size', 'image_created_at', 'image_last_used_at', 'image_expires_at'],
    filter: BY,
  });
});
