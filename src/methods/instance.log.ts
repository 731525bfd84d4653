// instance.log: the end of an instance's console or log.
import { hostObjectId } from '../ids.js';
import { method } from '../registry/method.js';
import { single } from './present/document.js';

export default method('instance.log', async ({ core, caller }, params) => {
  const log = await core.instanceFiles.log(caller, params, params.log_name);
  return single('log', hostObjectId('log', log.name), {
    log_name: log.name,
    log_text: log.text,
    log_truncated: log.truncated,
    log_names: log.names,
  });
});
