// simplestream.upload.chunk: the next bytes of an upload.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('simplestream.upload.chunk', async ({ core, caller }, params) => {
  const offset = await core.imageUploads.chunk(caller, {
    upload_id: params.upload_id,
    offset: params.offset,
    sha256: params.chunk_sha256,
    file: params.file,
  });
  return ack('upload', { upload_id: params.upload_id, offset });
});
