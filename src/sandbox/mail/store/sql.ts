import type Database from 'libsql';

/** What a column can hold. */
export type SqlValue = string | number | Buffer | Uint8Array | null;

type Connection = Database.Database;

const prepared = new WeakMap<Connection, Map<string, Database.Statement>>();

/**
 * Prepared once a connection. Parameters always travel as one array: libsql aborts the process when a
 * buffer or null is handed over as the only plain argument.
 */
function prepare(db: Connection, sql: string): Database.Statement {
  let statements = prepared.get(db);
  if (!statements) {
    statements = new Map();
    prepared.set(db, statements);
  }
  let statement = statements.get(sql);
  if (!statement) {
    statement = db.prepare(sql);
    statements.set(sql, statement);
  }
  return statement;
}

/** Runs a writing statement and gives the number of rows it touched and the last row id. */
export function run(db: Connection, sql: string, values: SqlValue[] = []): { changes: number; rowId: number } {
  const result = prepare(db, sql).run(values);
  return { changes: result.changes, rowId: Number(result.lastInsertRowid) };
}

/** First row, or undefined. */
export function row<Row>(db: Connection, sql: string, values: SqlValue[] = []): Row | undefined {
  const found = prepare(db, sql).get(values) as (Row & { _metadata?: unknown }) | undefined;
  // libsql puts its own timing among the columns of a single row.
  if (found) delete found._metadata;
  return found;
}

/** All rows. */
export function rows<Row>(db: Connection, sql: string, values: SqlValue[] = []): Row[] {
  return prepare(db, sql).all(values) as Row[];
}

/** All or nothing. Nested calls join the outer one. */
export function atomically<Result>(db: Connection, work: () => Result): Result {
  if (db.inTransaction) return work();
  return db.transaction(work)() as Result;
}
