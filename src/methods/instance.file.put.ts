// instance.file.put: writes an uploaded file into an instance.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('instance.file.put', async ({ core, caller }, params) => {
  await core.instanceFiles.write(caller, params, params);
  return ack('file', { file_size: params.file.size, file_sha256: params.file.sha256 });
});
