// Asks a host who it is: GET /1.0 and its hardware, with latency and clock.
import type { Endpoint, HostFacts } from '../provider.js';
import type { Client } from './client.js';
import { toFacts, withResources } from './map.js';
import { fingerprintOf } from './tls.js';
import { record } from './types.js';

/** Reads the facts; passes an open breaker, since this is the probe that may close it. */
export async function readFacts(
  client: Client,
  endpoint: Endpoint,
  signal?: AbortSignal,
): Promise<HostFacts> {
  const startedAt = Date.now();
  const begun = performance.now();
  const answer = await client.get('/1.0', { kind: 'probe', signal });
  const latency = performance.now() - begun;
  const certificate = endpoint.address === '' ? '' : (endpoint.tls_cert ?? '');
  const facts = toFacts(record(answer.metadata), {
    certificate,
    fingerprint: certificate === '' ? '' : fingerprintOf(certificate),
    latency_ms: Math.round(latency * 10) / 10,
    skew: clockSkew(answer.date, startedAt, latency),
  });
  if (facts.auth !== 'trusted') return facts;
  try {
    const resources = await client.get('/1.0/resources', { kind: 'probe', signal });
    return withResources(facts, record(resources.metadata));
  } catch (error) {
    // Some machines' hardware makes this call fail; a host without figures is still a host.
    if (signal?.aborted === true) throw error;
    return facts;
  }
}

function clockSkew(date: string, startedAt: number, latencyMs: number): number | null {
  const host = Date.parse(date);
  if (!Number.isFinite(host)) return null;
  // The header cuts off milliseconds: half a second is the best guess of them.
  return Math.round(host + 500 - (startedAt + latencyMs / 2));
}
