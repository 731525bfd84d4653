// server.verify: looks at a server without registering it.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';
import { serverWish } from './present/server-wish.js';

export default method('server.verify', async ({ core, caller }, params) => {
  const { facts, known_server_id } = await core.fleet.verify(caller, serverWish(params));
  return ack('server', {
    server_fingerprint: facts.fingerprint,
    server_auth: facts.auth,
    server_server: facts.server,
    server_server_version: facts.server_version,
    server_clock_skew_ms: facts.clock_skew_ms,
    server_latency_ms: Math.round(facts.latency_ms),
    server_extensions: facts.api_extensions,
    server_known_id: known_server_id,
  });
});
