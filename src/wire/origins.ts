// Pages of other origins (SEC-30): which may read our answers.
import type { Head } from './request.js';
import type { HttpResponse } from './uws.js';

/** Lets a page of an allowed origin read this answer; only inside a cork. There are no cookies to allow. */
export function allowOrigin(res: HttpResponse, { origin, foreign }: Head): void {
  res.writeHeader('Vary', 'Origin');
  if (foreign) return;
  res.writeHeader('Access-Control-Allow-Origin', origin);
  res.writeHeader('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After');
}
