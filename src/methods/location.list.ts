// location.list: all locations.
import { method } from '../registry/method.js';
import { list, resource } from './present/document.js';
import { location } from './present/location.js';
import { checkFilter, filterNumbers, filterTexts, pageRequest } from './present/page.js';

const COLUMNS = {
  location_id: 'id',
  location_code: 'code',
  location_name: 'name',
  location_created_at: 'created_at',
};

export default method('location.list', async ({ core }, params) => {
  const filter = params.filter ?? {};
  checkFilter(filter, ['location_id', 'location_code']);
  const { rows, next } = await core.locations.page(pageRequest(params, COLUMNS), {
    ids: filterNumbers(filter, 'location_id'),
    codes: filterTexts(filter, 'location_code'),
  });
  return list(
    rows.map((row) => resource('location', row.id, location(row))),
    next,
  );
});
