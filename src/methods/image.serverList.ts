// image.serverList: the image servers on offer.
import { method } from '../registry/method.js';
import { imageServer } from './present/image.js';
import { objectRows } from './present/object-rows.js';

export default method('image.serverList', async ({ core, caller }, params) => {
  const rows = (await core.images.servers(caller, params.server_id)).map(imageServer);
  return objectRows(rows, params, { sort: ['image_server_host'], filter: ['image_server_host'] });
});
