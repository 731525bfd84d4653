// location.delete: deletes a location that nothing refers to, for administrators.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('location.delete', async ({ core, caller }, params) => {
  await core.locations.delete(caller, params.location_id);
  return ack('location');
});
