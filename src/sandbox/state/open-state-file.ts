import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

/**
 * Version of everything the state file holds. Raise it whenever a table changes; a test compares the tables with it.
 */
export const stateVersion = 5;

/** The state file cannot be used; the message is for the person who started the stand-in. */
export class StateFileRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StateFileRefusal';
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Keeps the state file to this process; gives back what lets go of it. The lock is a database of its own, because a
 * connection that has prepared a statement closes only when that statement is collected. The system frees the lock of
 * a process that was killed.
 */
function lock(file: string): () => void {
  const db = new Database(`${file}-lock`);
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (error) {
    db.close();
    if (codeOf(error).startsWith('SQLITE_BUSY') || /is locked/.test(String(error))) {
      throw new StateFileRefusal(
        `Another stand-in tenant is using ${file}. Stop that one, or give this one its own file with --file.`,
      );
    }
    throw error;
  }
  return () => db.close();
}

function open(file: string): Database.Database {
  const db = new Database(file);
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    return db;
  } catch (error) {
    db.close();
    if (codeOf(error) === 'SQLITE_NOTADB' || /not a database/.test(String(error))) {
      throw new StateFileRefusal(`${file} is not a state file of the stand-in tenant. It was left as it is.`);
    }
    throw error;
  }
}

function wipe(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

const numberOf = (db: Database.Database, sql: string) => Object.values(db.prepare(sql).get() as object)[0] as number;

/** True for a file that another version of the stand-in wrote. */
function isForeign(db: Database.Database): boolean {
  const tables = numberOf(db, 'SELECT count(*) AS tables FROM sqlite_master');
  return tables > 0 && numberOf(db, 'PRAGMA user_version') !== stateVersion;
}

export interface StateFile {
  db: Database.Database;
  close(): void;
}

/**
 * Opens (or creates) the state file for this process alone. `reset` starts from nothing; so does a file of another
 * version, and `notice` is told. Refuses (`StateFileRefusal`) a file that another process uses, or that is none.
 */
export function openStateFile(file: string, reset: boolean, notice: (sentence: string) => void): StateFile {
  if (file === ':memory:') {
    const db = new Database(file);
    return { db, close: () => db.close() };
  }
  mkdirSync(dirname(file), { recursive: true });
  const unlock = lock(file);
  try {
    let db = open(file);
    const foreign = isForeign(db);
    if (foreign && !reset) {
      notice(`${file} was written by another version of the stand-in tenant, so it starts from nothing.`);
    }
    if (foreign || reset) {
      db.close();
      wipe(file);
      db = open(file);
    }
    db.exec(`PRAGMA user_version = ${stateVersion}`);
    const kept = db;
    return {
      db: kept,
      close: () => {
        kept.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
