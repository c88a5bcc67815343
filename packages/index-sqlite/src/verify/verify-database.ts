import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { Database } from '../storage/database.ts';
import { databasePath } from '../storage/index-directory.ts';
import { TABLES } from '../storage/schema.ts';
import type { Report } from './verification.ts';

/** Checks the structures of SQLite and of its lexical index, and that the tables are those of the format. */
export function verifyDatabase(database: Database, report: Report): void {
  const findings = database.pragma('integrity_check(20)') as { integrity_check: string }[];
  for (const { integrity_check: finding } of findings) {
    if (finding === 'ok') continue;
    report(/passage_text|fts5/i.test(finding) ? 'LEXICAL' : 'DATABASE', `SQLite finds: ${finding}`);
  }
  const orphans = database.pragma('foreign_key_check') as { table: string; rowid: number }[];
  for (const { table, rowid } of orphans) {
    report('MISSING', `Row ${rowid} of ${table} refers to an article that is not there.`);
  }
  verifySchema(database, report);
}

/**
 * Reports a database file that is shorter than its header says (https://www.sqlite.org/fileformat.html, "The
 * Database Header"), and says whether it is.
 */
export function verifyFileLength(directory: string, report: Report): boolean {
  const path = databasePath(directory);
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  const bytes = readSync(file, header, 0, 100, 0);
  closeSync(file);
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const expected = Math.max(100, pageSize * header.readUInt32BE(28));
  const { size } = statSync(path);
  if (bytes === 100 && size >= expected) return false;
  report('TRUNCATED', `${path} has ${size} bytes of at least ${expected}.`);
  return true;
}

interface SchemaRow {
  readonly name: string;
  readonly sql: string | null;
}

function verifySchema(database: Database, report: Report): void {
  const expected = schemaOf(freshDatabase());
  const actual = schemaOf(database);
  for (const [name, sql] of expected) {
    if (actual.get(name) !== sql) report('SCHEMA', `The definition of "${name}" is not that of the format.`);
  }
  for (const name of actual.keys()) {
    if (!expected.has(name)) report('SCHEMA', `"${name}" is not part of the format.`);
  }
}

/** What a new index has, the tables that FTS5 makes for itself included. */
function freshDatabase(): Database {
  const database = new Sqlite(':memory:');
  for (const sql of Object.values(TABLES)) database.exec(sql);
  return database;
}

function schemaOf(database: Database): Map<string, string> {
  const rows = database.prepare('SELECT * FROM sqlite_schema').all() as (SchemaRow & { rootpage: number })[];
  return new Map(rows.map(({ rootpage: _, ...row }) => [row.name, JSON.stringify(row)]));
}
