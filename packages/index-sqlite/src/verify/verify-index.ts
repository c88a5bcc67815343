import { resolve } from 'node:path';
import { FootnoteError } from '@footnote/core';
import { type Database, openForReading } from '../storage/database.ts';
import { translateIndexError } from '../storage/index-errors.ts';
import { type Manifest, readManifest } from '../storage/manifest.ts';
import type { DirectoryVerification, PartProblem, Report } from './verification.ts';
import { verifyArticles } from './verify-articles.ts';
import { verifyDatabase, verifyFileLength } from './verify-database.ts';
import { verifyGraph } from './verify-graph.ts';
import { verifyLog } from './verify-log.ts';

/** More are not listed: an index with that many is not looked at one by one. */
const MOST_PROBLEMS = 100;

/**
 * Checks everything in an index: the database's structure, every column of every row by checksum, every passage's
 * offsets and text, every vector, the lexical index against the texts, and the graph file against the database.
 * Writes nothing; readers and a writer may go on meanwhile.
 * @throws FootnoteError `INDEX_NOT_FOUND`, `INDEX_PATH_INVALID`, `INDEX_LOCKED`
 */
export function verifyIndex(directory: string): DirectoryVerification {
  const problems: PartProblem[] = [];
  const report: Report = (code, message, part = 'database') => {
    if (problems.length < MOST_PROBLEMS) problems.push({ part, code, message });
  };
  try {
    verifyOpened(resolve(directory), report);
  } catch (error) {
    reportFailure(error, { directory: resolve(directory), report });
  }
  return { ok: problems.length === 0, problems };
}

function verifyOpened(directory: string, report: Report): void {
  const database = openForReading(directory);
  try {
    verifyLog(directory, report);
    // One transaction: all that is read is of one commit.
    database.exec('BEGIN');
    verifyDatabase(database, report);
    const manifest = verifyManifest(database, { directory, report });
    if (!manifest) return;
    const rows = verifyArticles(database, { manifest, report });
    const reportGraph: Report = (code, message) => report(code, message, 'graph');
    verifyGraph(database, { directory, manifest, rows, report: reportGraph });
  } finally {
    database.close();
  }
}

function verifyManifest(
  database: Database,
  { directory, report }: { directory: string; report: Report },
): Manifest | null {
  try {
    const manifest = readManifest(database, directory);
    const articles = database.prepare('SELECT count(*) FROM article').pluck().get();
    if (!manifest && articles !== 0) report('MANIFEST', 'The manifest is empty, and there are articles.');
    return manifest;
  } catch (error) {
    if (!(error instanceof FootnoteError)) throw error;
    report('CHECKSUM', error.message);
    return null;
  }
}

/**
 * Reports an error that kept the database from being read as a problem of the index. An error that is about something
 * else, such as that there is no index at all, is thrown.
 */
function reportFailure(error: unknown, { directory, report }: { directory: string; report: Report }): void {
  const failure = translateIndexError(directory, error) as Error & { code?: unknown };
  const { code, message } = failure;
  if (code === 'INDEX_FORMAT_TOO_NEW') report('FORMAT_TOO_NEW', message);
  else if (code === 'INDEX_UNREADABLE') report('DATABASE', message);
  else if (!isDamage(failure)) throw failure;
  else if (!verifyFileLength(directory, report)) report('DATABASE', message);
}

function isDamage(failure: Error & { code?: unknown }): boolean {
  if (failure instanceof SyntaxError) return true;
  return typeof failure.code === 'string' && /^(INDEX_DAMAGED$|SQLITE_)/.test(failure.code);
}
