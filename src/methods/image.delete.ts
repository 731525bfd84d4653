// image.delete: deletes an image from a server's own store.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('image.delete', async ({ core, caller }, params) => {
  await core.images.delete(caller, params.server_id, params.image_fingerprint);
  return ack('image');
});
