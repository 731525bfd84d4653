// instance.file.get: a file's bytes, or what a directory or a link holds.
import { posix } from 'node:path';
import { hostObjectId } from '../ids.js';
import { Bytes, method } from '../registry/method.js';
import { resource, single } from './present/document.js';

export default method('instance.file.get', async ({ core, caller, request }, params) => {
  const entry = await core.instanceFiles.read(caller, params, params.path, request.signal);
  const owned = { file_mode: entry.mode, file_uid: entry.uid, file_gid: entry.gid };
  if (entry.type === 'directory') {
    const rows = entry.names.map((file_name) =>
      resource('file', hostObjectId('file', posix.join(params.path, file_name)), { file_name }),
    );
    return { data: rows, meta: { file_type: entry.type, ...owned } };
  }
  if (entry.type === 'symlink') {
    const file_name = posix.basename(params.path);
    const { type: file_type, target: file_target } = entry;
    return single('file', hostObjectId('file', params.path), { file_name, file_type, file_target, ...owned });
  }
  return new Bytes(entry.body, {
    type: 'application/octet-stream',
    size: entry.size,
    headers: {
      'Content-Disposition': 'attachment',
      'X-Gantry-Type': entry.type,
      'X-Gantry-Mode': entry.mode,
      'X-Gantry-Uid': String(entry.uid),
      'X-Gantry-Gid': String(entry.gid),
    },
    close: entry.close,
  });
});
