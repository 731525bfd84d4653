// volume.add: makes a custom volume.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('volume.add', async ({ core, caller }, params) => {
  const { server_id, pool_name, volume_name } = params;
  const { volume_size_mb: size_mb, volume_content_type: content_type } = params;
  await core.storage.add(
    caller,
    { server_id, pool: pool_name, volume: volume_name },
    { content_type, ...(size_mb === undefined ? {} : { size_mb }) },
  );
  return ack('volume', { pool_name, volume_name });
});
