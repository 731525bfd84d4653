// One SQLite connection: its statement cache, and Kysely running on it without a pool or a mutex.
import DatabaseDriver from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Database } from './tables.js';

type Statement = DatabaseDriver.Statement<unknown[], unknown>;

/** A connection with prepared statements kept by SQL text. */
export interface Connection {
  readonly raw: DatabaseDriver.Database;
  readonly kysely: Kysely<Database>;
  prepare(sql: string): Statement;
}

/** Statements kept per connection; dynamic filters make new texts, so the oldest go first. */
const STATEMENTS = 500;

/** Opens a database file (or ':memory:') as one connection; `readonly` refuses writes. */
export function openConnection(file: string, options: { readonly: boolean }): Connection {
  const raw = new DatabaseDriver(file, { readonly: options.readonly, fileMustExist: options.readonly });
  raw.pragma('busy_timeout = 5000');
  raw.pragma('foreign_keys = ON');
  if (!options.readonly) {
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
  }
  const cache = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = cache.get(sql);
    if (known) return known;
    const statement = raw.prepare<unknown[], unknown>(sql);
    if (cache.size >= STATEMENTS) {
      const oldest = cache.keys().next();
      if (!oldest.done) cache.delete(oldest.value);
    }
    cache.set(sql, statement);
    return statement;
  };
  const kysely = new Kysely<Database>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new ConnectionDriver(prepare),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return { raw, kysely, prepare };
}

/** Runs what Kysely built on the one connection; transactions belong to the write queue. */
class ConnectionDriver implements Driver, DatabaseConnection {
  readonly #prepare: (sql: string) => Statement;

  constructor(prepare: (sql: string) => Statement) {
    this.#prepare = prepare;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }
  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this);
  }
  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }
  destroy(): Promise<void> {
    return Promise.resolve();
  }
  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('transactions go through the write queue'));
  }
  commitTransaction(): Promise<void> {
    return Promise.reject(new Error('transactions go through the write queue'));
  }
  rollbackTransaction(): Promise<void> {
    return Promise.reject(new Error('transactions go through the write queue'));
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const statement = this.#prepare(query.sql);
      if (statement.reader) {
        return Promise.resolve({ rows: statement.all(...query.parameters) as R[] });
      }
      const done = statement.run(...query.parameters);
      return Promise.resolve({
        rows: [],
        numAffectedRows: BigInt(done.changes),
        insertId: BigInt(done.lastInsertRowid),
      });
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}
