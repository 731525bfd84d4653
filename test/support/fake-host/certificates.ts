// Whom the fake trusts: its list, and taking one off it.
import type { Reply, RouteInput } from './instances.js';
import { Refusal } from './types.js';

/** Routes below /1.0/certificates but for entering one; null when the path is none of them. */
export function certificateRoutes({ world, request }: RouteInput, rest: string[]): Reply | null {
  const [given] = rest;
  if (given === undefined) {
    const list = [...world.certificates].map(([fingerprint, one]) => ({
      ...one,
      fingerprint,
      certificate: '',
      projects: [],
      restricted: false,
    }));
    return { kind: 'sync', metadata: list };
  }
  const fingerprint = [...world.certificates.keys()].find((one) => one.startsWith(given));
  if (fingerprint === undefined) throw new Refusal(404, 'Certificate not found');
  if (request.method !== 'DELETE') return null;
  world.certificates.delete(fingerprint);
  return { kind: 'sync', metadata: {} };
}
