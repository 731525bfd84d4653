// Fixed queries: built by Kysely once, compiled once, run as prepared statements.
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Connection } from './connection.js';
import type { Database } from './tables.js';

interface Compilable<R> {
  compile(): CompiledQuery<R>;
}

class Marker {
  constructor(readonly name: string) {}
}

/** A query with named parameters. Rows come back in a settled promise; `now` is the same without one. */
export interface Fixed<P, R> {
  all(connection: Connection, params: P): Promise<R[]>;
  first(connection: Connection, params: P): Promise<R | undefined>;
  /** Number of rows changed. */
  run(connection: Connection, params: P): Promise<number>;
  /** Synchronous read, for the token cache, which must fill within one turn. */
  now(connection: Connection, params: P): R | undefined;
  /** Its text, for the test that reads query plans. */
  sql(): string;
}

const builder = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/**
 * Declares a fixed query. Parameters of `p` become bound values; write `limit` and the terms of a
 * partial index as literals (`sql.lit`), or SQLite prepares again at each run and misses the index.
 */
export function query<P>() {
  return <R>(build: (k: Kysely<Database>, p: { [K in keyof P]: P[K] }) => Compilable<R>): Fixed<P, R> => {
    let compiled: { sql: string; values: (string | { constant: unknown })[] } | null = null;
    const compile = (): NonNullable<typeof compiled> => {
      if (compiled) return compiled;
      const markers = new Proxy({} as { [K in keyof P]: P[K] }, {
        get: (_target, name) => new Marker(String(name)),
      });
      const made = build(builder, markers).compile();
      compiled = {
        sql: made.sql,
        values: made.parameters.map((value) => (value instanceof Marker ? value.name : { constant: value })),
      };
      return compiled;
    };
    const bind = (params: P): unknown[] =>
      compile().values.map((value) =>
        typeof value === 'string' ? (params as Record<string, unknown>)[value] : value.constant,
      );
    const rows = (connection: Connection, params: P): R[] =>
      connection.prepare(compile().sql).all(...bind(params)) as R[];
    const one = (connection: Connection, params: P): R | undefined =>
      connection.prepare(compile().sql).get(...bind(params)) as R | undefined;
    return {
      all: async (connection, params) => rows(connection, params),
      first: async (connection, params) => one(connection, params),
      run: async (connection, params) => connection.prepare(compile().sql).run(...bind(params)).changes,
      now: one,
      sql: () => compile().sql,
    };
  };
}
