// server.list: the servers the caller may use.
import { method } from '../registry/method.js';
import { list, resource } from './present/document.js';
import { pageRows } from './present/page.js';
import { server } from './present/server.js';

export default method('server.list', async ({ core, caller }, params) => {
  const rows = (await core.fleet.list(caller))
    .filter((row) => params.server_id === undefined || row.id === params.server_id)
    .map((row) => resource('server', row.id, server(row)));
  const page = pageRows(rows, params);
  return list(page.rows, page.next);
});
