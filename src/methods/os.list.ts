// os.list: operating systems, hidden ones for administrators.
import { method } from '../registry/method.js';
import { list, resource } from './present/document.js';
import { operatingSystem } from './present/os.js';
import { checkFilter, filterFlag, filterNumbers, filterTexts, pageRequest } from './present/page.js';

const COLUMNS = {
  os_id: 'id',
  os_slug: 'slug',
  os_name: 'name',
};

export default method('os.list', async ({ core, caller }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, ['os_id', 'os_slug', 'os_instance_type', 'os_hidden']);
  const { rows, next } = await core.operatingSystems.page(caller, pageRequest(params, COLUMNS), {
    ids: filterNumbers(filter, 'os_id'),
    slugs: filterTexts(filter, 'os_slug'),
    types: filterTexts(filter, 'os_instance_type', ['container', 'virtual-machine'] as const),
    hidden: filterFlag(filter, 'os_hidden'),
  });
  return list(
    rows.map((row) => resource('os', row.id, operatingSystem(row))),
    next,
  );
});
