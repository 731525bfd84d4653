// The published panel's side of the wire: raw requests as it sends them, and answers flattened as it flattens them.
import { request } from 'node:http';

type Dict = Record<string, unknown>;

/** What an answer looked like on the wire. */
export interface Raw {
  status: number;
  type: string;
  text: string;
}

/** Sends exactly these bytes, with the headers of the panel's HTTP client. */
export function send(url: string, method: string, body: string, token: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/v1/${method}`,
      {
        method: 'POST',
        headers: {
          Accept: 'application/json, text/plain, */*',
          'Content-Type': 'application/vnd.api+json',
          'Content-Length': Buffer.byteLength(body),
          ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            type: answer.headers['content-type'] ?? '',
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What the panel's store holds after an answer: lists by type and id, a single resource with its included ones. */
export interface Flat {
  /** Attributes of a single resource with its `id`; empty for a list. */
  one: Dict;
  /** Rows by type and id. */
  rows: Record<string, Record<string, Dict>>;
}

/** Flattens a success as the panel does (protocol, section 1); throws where the panel would. */
export function flatten(text: string): Flat {
  const document = JSON.parse(text) as Dict;
  const data = document['data'];
  if (data === undefined || data === null) throw new Error('an answer without data');
  const rows: Flat['rows'] = {};
  const put = (type: unknown, id: unknown, attributes: Dict): void => {
    if (typeof type !== 'string') throw new Error('a resource without a type');
    if (typeof id !== 'number') throw new Error(`a ${type} whose id is no number`);
    const known = (rows[type] ??= {});
    if (known[id] !== undefined) throw new Error(`two rows of ${type} ${id}: one would hide the other`);
    known[id] = { ...attributes, id };
  };
  for (const one of (document['included'] as Dict[] | undefined) ?? []) {
    put(one['type'], one['id'], one['attributes'] as Dict);
  }
  if (Array.isArray(data)) {
    for (const row of data as Dict[]) {
      if (row['relationships'] !== undefined) throw new Error('relationships on a list row');
      const attributes = row['attributes'] as Dict;
      put(row['type'], row['id'] ?? attributes[`${String(row['type'])}_id`], attributes);
    }
    return { one: {}, rows };
  }
  const { id, attributes } = data as { id?: number; attributes: Dict };
  const hidden = Object.keys(attributes).find((name) => name in rows);
  if (hidden !== undefined) throw new Error(`the attribute ${hidden} hides what is included`);
  return { one: { ...attributes, ...(id === undefined ? {} : { id }) }, rows };
}

/** How a value must look for the panel to read it. */
export type Kind = 'string' | 'text' | 'int' | 'number' | 'bool' | 'object';

/** What is wrong with the attributes the panel reads, one line each; `text` may be empty, `string` may not. */
export function faults(attributes: Dict, wanted: Record<string, Kind>): string[] {
  return Object.entries(wanted).flatMap(([name, kind]) => {
    const value = attributes[name];
    const fits = {
      string: typeof value === 'string' && value !== '',
      text: typeof value === 'string',
      int: Number.isInteger(value),
      number: typeof value === 'number',
      bool: typeof value === 'boolean',
      object: typeof value === 'object' && value !== null && !Array.isArray(value),
    }[kind];
    return fits ? [] : [`${name} is ${JSON.stringify(value)} and not ${kind}`];
  });
}
