// simplestream.upload: one file of one version of a product.
import { method } from '../registry/method.js';
import { upload } from './present/simplestream.js';

export default method('simplestream.upload', async ({ core, caller }, params) =>
  upload(
    await core.simplestreams.upload(caller, {
      product: params.product_id,
      serial: params.product_version_serial,
      file: params.file,
      sha256: params.file_sha256 ?? '',
    }),
  ),
);
