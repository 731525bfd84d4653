// simplestream.upload.finish: makes the uploaded file part of its version.
import { method } from '../registry/method.js';
import { upload } from './present/simplestream.js';

export default method('simplestream.upload.finish', async ({ core, caller }, { upload_id }) =>
  upload(await core.imageUploads.finish(caller, upload_id)),
);
