import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { FootnoteError } from '@footnote/core';
import Database from 'better-sqlite3';
import { databasePath, listGraphFiles } from './index-directory.ts';
import { indexDamaged, indexNotFound, withIndexErrors } from './index-errors.ts';
import { APPLICATION_ID, FORMAT_VERSION, TABLES } from './schema.ts';

export type { Database } from 'better-sqlite3';

/**
 * Opens the database of an index for reading.
 * @throws FootnoteError `INDEX_NOT_FOUND`, `INDEX_PATH_INVALID`, `INDEX_DAMAGED`, `INDEX_FORMAT_TOO_NEW`,
 * `INDEX_UNREADABLE`
 */
export function openForReading(directory: string): Database.Database {
  return withIndexErrors(directory, () => {
    if (!existsSync(databasePath(directory))) throw missing(directory);
    const database = openReadable(databasePath(directory));
    return checkedOrClosed(database, () => {
      harden(database);
      if (isUnbegun(database, directory)) throw indexNotFound(directory);
      checkFormat(database, directory);
    });
  });
}

/**
 * Opens the database of an index for the one writer, and makes it when there is none.
 * @throws FootnoteError as `openForReading`, and `INDEX_NOT_WRITABLE`, `INDEX_DISK_FULL`
 */
export function openForWriting(directory: string): Database.Database {
  return withIndexErrors(directory, () => {
    mkdirSync(directory, { recursive: true });
    const database = new Database(databasePath(directory));
    return checkedOrClosed(database, () => {
      harden(database);
      database.pragma('journal_mode = WAL');
      // A power cut may take back the last commits, never part of one.
      database.pragma('synchronous = NORMAL');
      database.pragma('foreign_keys = ON');
      if (isBlank(database)) createTables(database);
      checkFormat(database, directory);
    });
  });
}

/**
 * A database in WAL mode needs a file beside it even to be read. Where the folder cannot be written and the last
 * writer left none, its bytes are read as a database in memory instead: nobody can be changing them.
 */
function openReadable(path: string): Database.Database {
  const database = new Database(path, { readonly: true });
  try {
    database.pragma('user_version');
    return database;
  } catch (error) {
    database.close();
    const isNotWritable = /^SQLITE_(CANTOPEN|READONLY)/.test((error as { code?: string }).code ?? '');
    if (!isNotWritable || (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) throw error;
    const bytes = readFileSync(path);
    // Bytes 18 and 19 name the journal mode; a database in memory has no write-ahead log.
    bytes.fill(1, 18, 20);
    return new Database(bytes, { readonly: true });
  }
}

// Files may have been damaged or made by someone else: https://www.sqlite.org/security.html
function harden(database: Database.Database): void {
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
}

/**
 * Whether the database is still without tables: a writer creates the file first and the tables a moment later, and may
 * have been killed in between. If there is a graph file as well, the database once had articles, and is damaged.
 */
function isUnbegun(database: Database.Database, directory: string): boolean {
  return isBlank(database) && listGraphFiles(directory).length === 0;
}

function isBlank(database: Database.Database): boolean {
  return (
    database.pragma('schema_version', { simple: true }) === 0 &&
    database.pragma('application_id', { simple: true }) === 0
  );
}

function createTables(database: Database.Database): void {
  database.transaction(() => {
    for (const sql of Object.values(TABLES)) database.exec(sql);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${FORMAT_VERSION}`);
  })();
}

function checkFormat(database: Database.Database, directory: string): void {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw indexDamaged(
      directory,
      'its database is not one that Footnote made, or its header was overwritten',
    );
  }
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > FORMAT_VERSION) {
    throw new FootnoteError(
      'INDEX_FORMAT_TOO_NEW',
      `The index in ${directory} has format ${version}, and this Footnote knows formats up to ${FORMAT_VERSION}. Use the newer Footnote that made it, or index into another folder.`,
    );
  }
  if (version < 1) throw indexDamaged(directory, `its database says format ${version}`);
}

function checkedOrClosed(database: Database.Database, check: () => void): Database.Database {
  try {
    check();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function missing(directory: string): Error {
  const stats = statSync(directory, { throwIfNoEntry: false });
  if (!stats || stats.isDirectory()) return indexNotFound(directory);
  return new FootnoteError(
    'INDEX_PATH_INVALID',
    `${directory} is a file, and an index is a folder. Name a folder with --index.`,
  );
}
