// location.update: changes a location, for administrators.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { location, locationWish } from './present/location.js';

export default method('location.update', async ({ core, caller }, params) => {
  const row = await core.locations.update(caller, params.location_id, locationWish(params));
  return single('location', row.id, location(row));
});
