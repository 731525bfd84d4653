// traffic.get: what an instance sent and received.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { traffic } from './present/traffic.js';

export default method('traffic.get', async ({ core, caller }, params) => {
  const row = await core.instances.find(caller, params);
  const report = await core.traffic.report(row, { from: params.from, until: params.until });
  return single('traffic', row.id, traffic(report));
});
