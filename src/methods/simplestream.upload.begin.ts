// simplestream.upload.begin: begins an upload in chunks, or finds the one that was begun.
import { method } from '../registry/method.js';
import { progress } from './present/simplestream.js';

export default method('simplestream.upload.begin', async ({ core, caller }, params) =>
  progress(
    await core.imageUploads.begin(caller, {
      product: params.product_id,
      serial: params.product_version_serial ?? '',
      sha256: params.file_sha256,
      size: params.file_size,
    }),
  ),
);
