// simplestream.upload.status: how far an upload is.
import { method } from '../registry/method.js';
import { progress } from './present/simplestream.js';

export default method('simplestream.upload.status', async ({ core, caller }, { upload_id }) =>
  progress(await core.imageUploads.status(caller, upload_id)),
);
