import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DATABASE_FILE = 'footnote.sqlite';
const LOCK_FILE = 'writer.lock';
const GRAPH_FILE = /^graph-\d+\.hnsw$/;

/** The SQLite file that holds everything an index knows. */
export function databasePath(directory: string): string {
  return join(directory, DATABASE_FILE);
}

/** The file whose lock the one writer holds. It holds no data. */
export function lockPath(directory: string): string {
  return join(directory, LOCK_FILE);
}

/** The folder of the files that were given to the index itself. */
export function uploadsFolder(directory: string): string {
  return join(directory, 'uploads');
}

/** The graph that was made at a generation of the database. */
export function graphFileName(generation: number): string {
  return `graph-${generation}.hnsw`;
}

/** Names of the graph files in the directory, those that no database refers to included. */
export function listGraphFiles(directory: string): string[] {
  return readdirSync(directory).filter((name) => GRAPH_FILE.test(name));
}

/** Whether a directory is an index: it is then never read as articles. */
export function isIndexDirectory(directory: string): boolean {
  return existsSync(databasePath(directory));
}

/** Bytes of all files of the directory. */
export function directorySize(directory: string): number {
  let bytes = 0;
  for (const name of readdirSync(directory)) {
    bytes += statSync(join(directory, name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}
