// server.add: registers a server.
import { method } from '../registry/method.js';
import { single } from './present/document.js';
import { server } from './present/server.js';
import { serverWish } from './present/server-wish.js';

export default method('server.add', async ({ core, caller }, params) => {
  const row = await core.fleet.add(caller, serverWish(params));
  return single('server', row.id, server(row));
});
