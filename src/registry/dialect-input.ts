// What a route's contract takes of a request: fields of the body, or of the query where the verb is GET.
import { AppError } from '../errors.js';
import { asObject, type Defs, propertiesOf, resolve, type RouteInfo } from './schema.js';

/** Reads the fields of one route; what the contract does not name is left out. */
export interface InputReader {
  fromBody(body: unknown): Record<string, unknown>;
  fromQuery(query: string): Record<string, unknown>;
}

/** Makes the reader of a route. */
export function inputReader(defs: Defs, route: RouteInfo): InputReader {
  const properties = propertiesOf(resolve(defs, defs[route.params]));
  const fields = Object.entries(properties).map(([name, schema]) => ({
    name,
    types: typesOf(resolve(defs, schema)),
  }));
  return {
    fromBody: (body) => {
      const input: Record<string, unknown> = {};
      if (body === undefined) return input;
      const given = asObject(body);
      if (given === undefined) throw new AppError('bad_request', 'the body must be a JSON object');
      for (const { name } of fields) if (Object.hasOwn(given, name)) input[name] = given[name];
      return input;
    },
    fromQuery: (query) => {
      const input: Record<string, unknown> = {};
      if (query === '' || fields.length === 0) return input;
      const given = new URLSearchParams(query);
      for (const { name, types } of fields) {
        const value = given.get(name);
        if (value !== null) input[name] = converted(value, types);
      }
      return input;
    },
  };
}

function typesOf(schema: Record<string, unknown> | undefined): readonly unknown[] {
  const type = schema?.['type'];
  return Array.isArray(type) ? type : [type];
}

/** A query's text as the type that the contract wants; text that is none of it stays, and is refused by its name. */
function converted(value: string, types: readonly unknown[]): unknown {
  if (types.includes('string')) return value;
  if (types.includes('boolean') && (value === 'true' || value === 'false')) return value === 'true';
  const number = types.includes('integer') || types.includes('number');
  return number && /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value;
}
