// The only file that asks which engine it is: column types, table options, checks, and its error codes.
import {
  type ColumnDefinitionBuilder,
  type CreateTableBuilder,
  type Kysely,
  type RawBuilder,
  sql,
} from 'kysely';
import { AppError } from '../errors.js';

/** A table under construction, with the spellings both engines share. */
export interface TableBuilder {
  /** `id`, numbered by the engine; `never_reused` also after deletion (the event log's cursor). */
  id(never_reused?: boolean): TableBuilder;
  integer(name: string, build?: ColumnBuild): TableBuilder;
  text(name: string, build?: ColumnBuild): TableBuilder;
  blob(name: string, build?: ColumnBuild): TableBuilder;
  /** 0 or 1, not null, default 0. */
  flag(name: string): TableBuilder;
  /** JSON as text, not null with a default, or nullable when `fallback` is null. */
  json(name: string, fallback: string | null): TableBuilder;
  /** A text column that takes one of a fixed list. */
  oneOf(name: string, values: readonly string[], fallback?: string): TableBuilder;
  check(name: string, expression: string): TableBuilder;
  primaryKey(...columns: string[]): TableBuilder;
  unique(...columns: string[]): TableBuilder;
  /** Over several columns; rows go and change with what they refer to. */
  refers(columns: readonly string[], target: string, to: readonly string[]): TableBuilder;
  create(): Promise<void>;
}

type ColumnBuild = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
type Builder = CreateTableBuilder<string, string>;

/** Starts a table in the form that runs on both engines (today: SQLite, STRICT). */
export function table(db: Kysely<unknown>, name: string): TableBuilder {
  let builder = db.schema.createTable(name) as unknown as Builder;
  let rowid = false;
  const add = (column: string, type: 'integer' | 'text' | 'blob', build?: ColumnBuild): TableBuilder => {
    builder = builder.addColumn(column, sql.raw(type), build);
    return self;
  };
  const self: TableBuilder = {
    id: (never_reused = false) => {
      rowid = true;
      return add('id', 'integer', (c) => (never_reused ? c.primaryKey().autoIncrement() : c.primaryKey()));
    },
    integer: (column, build) => add(column, 'integer', build),
    text: (column, build) => add(column, 'text', build),
    blob: (column, build) => add(column, 'blob', build),
    flag: (column) =>
      add(column, 'integer', (c) =>
        c
          .notNull()
          .defaultTo(0)
          .check(sql`${sql.ref(column)} in (0, 1)`),
      ),
    json: (column, fallback) =>
      add(column, 'text', (c) =>
        fallback === null
          ? c.check(sql`${sql.ref(column)} is null or json_valid(${sql.ref(column)})`)
          : c
              .notNull()
              .defaultTo(fallback)
              .check(sql`json_valid(${sql.ref(column)})`),
      ),
    oneOf: (column, values, fallback) =>
      add(column, 'text', (c) => {
        const list = sql.join(values.map((value) => sql.lit(value)));
        const typed = c.notNull().check(sql`${sql.ref(column)} in (${list})`);
        return fallback === undefined ? typed : typed.defaultTo(fallback);
      }),
    check: (constraint, expression) => {
      builder = builder.addCheckConstraint(constraint, sql.raw(expression));
      return self;
    },
    primaryKey: (...columns) => {
      builder = builder.addPrimaryKeyConstraint(`${name}_pk`, columns);
      return self;
    },
    unique: (...columns) => {
      builder = builder.addUniqueConstraint(`${name}_${columns.join('_')}`, columns);
      return self;
    },
    refers: (columns, target, to) => {
      const mark = `${name}_${target}`;
      builder = builder.addForeignKeyConstraint(mark, [...columns], target, [...to], (key) =>
        key.onDelete('cascade').onUpdate('cascade'),
      );
      return self;
    },
    create: () => builder.modifyEnd(sql.raw(rowid ? 'strict' : 'strict, without rowid')).execute(),
  };
  return self;
}

/** The first 24 hex digits of a uuid column, spelled exactly as the expression indexes and lookups need it. */
export function oidExpression(column: string): string {
  return `substr(replace(${column},'-',''),1,24)`;
}

/** A member at the top of a JSON column, spelled exactly as the expression indexes and lookups need it. */
export function jsonMember(column: string, member: string): string {
  return `json_extract(${column},'$.${member}')`;
}

/** The last number a table whose numbers are never reused has given out. */
export function lastNumber(tableName: string): RawBuilder<number> {
  return sql<number>`coalesce((select seq from sqlite_sequence where name = ${sql.lit(tableName)}), 0)`;
}

interface EngineError {
  code?: unknown;
  message?: unknown;
}

/** Which fault of the engine this is; null when it is none of these. */
export function engineFault(
  error: unknown,
): 'unique' | 'foreign_key' | 'check' | 'busy' | 'full' | 'read_only' | 'corrupt' | null {
  const code = (error as EngineError | null)?.code;
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return null;
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return 'unique';
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return 'foreign_key';
  if (code.startsWith('SQLITE_CONSTRAINT')) return 'check';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR')) return 'full';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return 'read_only';
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'corrupt';
  return null;
}

/** Turns what the engine says about its disk or a lock into an AppError; everything else is returned as it is. */
export function translateError(error: unknown): unknown {
  switch (engineFault(error)) {
    case 'unique':
      return new AppError('conflict', 'something with this name or number exists already', { cause: error });
    case 'full':
    case 'read_only':
    case 'corrupt':
      return new AppError(
        'unavailable',
        'the database cannot be written at the moment; nothing was changed',
        {
          cause: error,
          retry_after: 5,
        },
      );
    case 'busy':
      return new AppError('unavailable', 'the database is busy; try again', { cause: error, retry_after: 1 });
    default:
      return error;
  }
}
