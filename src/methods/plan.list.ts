// plan.list: all plans.
import { method } from '../registry/method.js';
import { list, resource } from './present/document.js';
import { plan } from './present/plan.js';
import { checkFilter, filterFlag, filterNumbers, filterTexts, pageRequest } from './present/page.js';

const COLUMNS = {
  plan_id: 'id',
  plan_slug: 'slug',
  plan_name: 'name',
  plan_vcpus: 'vcpus',
  plan_memory_mb: 'memory_mb',
  plan_disk_mb: 'disk_mb',
  plan_price_hour_micros: 'price_hour_micros',
};

export default method('plan.list', async ({ core }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, ['plan_id', 'plan_slug', 'plan_legacy']);
  const { rows, next } = await core.plans.page(pageRequest(params, COLUMNS), {
    ids: filterNumbers(filter, 'plan_id'),
    slugs: filterTexts(filter, 'plan_slug'),
    legacy: filterFlag(filter, 'plan_legacy'),
  });
  return list(
    rows.map((row) => resource('plan', row.id, plan(row))),
    next,
  );
});
