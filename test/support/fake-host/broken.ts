// Answers no healthy host gives: endless, dripping, of wrong types.
import type { ServerResponse } from 'node:http';

/** JSON without an end. */
export function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(1024 * 1024, 0x20);
  response.writeHead(200);
  response.write('{"type":"sync","metadata":"');
  const more = (): void => {
    if (response.destroyed) return;
    if (response.write(chunk)) setImmediate(more);
    else response.once('drain', more);
  };
  more();
}

/** One byte each 20 ms. */
export function dripOut(response: ServerResponse, json: string): void {
  let at = 0;
  response.writeHead(200);
  const timer = setInterval(() => {
    response.write(json[at] ?? ' ');
    at += 1;
  }, 20);
  response.once('close', () => clearInterval(timer));
}

/** The same answer with every value of its metadata turned into another type. */
export function liar(json: string): string {
  const parsed = JSON.parse(json) as Record<string, unknown>;
  const twist = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return 42;
    if (typeof value === 'number') return { n: 'o' };
    if (typeof value === 'boolean' || value === null) return 'yes';
    if (Array.isArray(value)) return depth === 0 ? { 0: 'zero' } : 7;
    if (typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, twist(one, depth + 1)]));
  };
  return JSON.stringify({ ...parsed, operation: 17, error: [], metadata: twist(parsed['metadata'], 0) });
}
