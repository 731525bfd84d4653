// The address part of `server.verify` and `server.add`.
import type { ServerWish } from '../../core/core.js';
import { invalid } from '../../errors.js';

interface ServerParams {
  server_host: string;
  server_port: number | string;
  server_protocol: string;
  server_password: string;
  server_path: string;
  server_name: string;
  server_fingerprint: string;
  location_id?: number | undefined;
}

/** Reads the params; a port may come as text. */
export function serverWish(params: ServerParams): ServerWish {
  const port = Number(params.server_port);
  if (port < 1 || port > 65_535) throw invalid('server_port', 'must be between 1 and 65535');
  return {
    host: params.server_host.trim(),
    port,
    path: params.server_path,
    protocol: params.server_protocol,
    password: params.server_password,
    fingerprint: params.server_fingerprint,
    name: params.server_name,
    location_id: params.location_id,
  };
}
