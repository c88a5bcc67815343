import { articleHeading, makeArticle, searchTermsVersion } from '@footnote/core';
import { passagesFault, vectorFault } from '@footnote/index';
import {
  type ArticleRow,
  hasRightChecksum,
  parseArticleRow,
  type RawArticleRow,
  toArticle,
} from '../storage/article-rows.ts';
import type { Database } from '../storage/database.ts';
import { lexicalText } from '../storage/lexical-text.ts';
import type { Manifest } from '../storage/manifest.ts';
import { decodeVectors } from '../storage/vector-bytes.ts';
import type { Report } from './verification.ts';

/** Checks every row, and every article against its text, passages, vectors and entries in the lexical index. */
export function verifyArticles(
  database: Database,
  { manifest, report }: { manifest: Manifest; report: Report },
): ArticleRow[] {
  verifyChecksums(database, report);
  const rows: ArticleRow[] = [];
  const parts = articleParts(database);
  for (const raw of database.prepare('SELECT * FROM article ORDER BY id').iterate()) {
    if (!hasRightChecksum(raw as RawArticleRow)) continue;
    rows.push(parseArticleRow(raw as RawArticleRow, ''));
  }
  let lastPassage = 0;
  for (const row of rows) {
    verifyNumbers(row, { lastPassage, manifest, report });
    lastPassage = row.firstPassage + row.passages.length - 1;
    verifyArticle(row, { parts, manifest, report });
  }
  verifyNoStrayTexts(database, { rows, report });
  return rows;
}

const CHECKED_TABLES = ['article', 'article_text', 'article_vectors', 'near_duplicate', 'source_file'];

function verifyChecksums(database: Database, report: Report): void {
  for (const table of CHECKED_TABLES) {
    for (const raw of database.prepare(`SELECT * FROM ${table}`).iterate()) {
      if (hasRightChecksum(raw as object)) continue;
      const name = Object.values(raw as object)[0];
      report('CHECKSUM', `A row of ${table} (${name}) has a wrong checksum.`);
    }
  }
}

type ArticleParts = ReturnType<typeof articleParts>;

function articleParts(database: Database) {
  const text = database.prepare('SELECT text FROM article_text WHERE article = ?').pluck();
  const vectors = database.prepare('SELECT vectors FROM article_vectors WHERE article = ?').pluck();
  const texts = database.prepare(
    'SELECT rowid, title, text FROM passage_text WHERE rowid >= ? AND rowid < ? ORDER BY rowid',
  );
  return {
    text: ({ id }: ArticleRow) => text.get(id) as string | undefined,
    vectors: ({ id }: ArticleRow) => vectors.get(id) as Uint8Array | undefined,
    lexicalTexts: ({ firstPassage, passages }: ArticleRow) =>
      texts.all(firstPassage, firstPassage + passages.length) as { title: string; text: string }[],
  };
}

function verifyNumbers(
  row: ArticleRow,
  { lastPassage, manifest, report }: { lastPassage: number; manifest: Manifest; report: Report },
): void {
  const end = row.firstPassage + row.passages.length;
  if (row.id >= manifest.nextArticle || end > manifest.nextPassage || row.firstPassage <= lastPassage) {
    report(
      'MANIFEST',
      `"${row.key}" has numbers that the manifest has not given out, or another article has.`,
    );
  }
}

function verifyArticle(
  row: ArticleRow,
  { parts, manifest, report }: { parts: ArticleParts; manifest: Manifest; report: Report },
): void {
  const text = parts.text(row);
  if (typeof text !== 'string') {
    report('MISSING', `The text of "${row.key}" is not there.`);
    return;
  }
  if (makeArticle(toArticle(row, text)).contentHash !== row.contentHash) {
    report('CHECKSUM', `"${row.key}" is not the article that its hash was taken of.`);
  }
  const fault = passagesFault(row.passages, text);
  if (fault) report('OFFSETS', `Of "${row.key}", ${fault}.`);
  verifyVectors(row, { bytes: parts.vectors(row), manifest, report });
  verifyLexicalTexts(row, { text, entries: parts.lexicalTexts(row), manifest, report });
}

function verifyVectors(
  row: ArticleRow,
  { bytes, manifest, report }: { bytes: Uint8Array | undefined; manifest: Manifest; report: Report },
): void {
  if (!(bytes instanceof Uint8Array)) {
    report('MISSING', `The vectors of "${row.key}" are not there.`);
    return;
  }
  const { dimensions } = manifest.model;
  if (bytes.byteLength !== row.passages.length * dimensions * 4) {
    report(
      'DIMENSIONS',
      `"${row.key}" has ${bytes.byteLength} bytes of vectors, which is not ${row.passages.length} of ${dimensions} dimensions.`,
    );
    return;
  }
  const fault = vectorFault(decodeVectors(bytes), { count: row.passages.length, dimensions });
  if (fault) report('VECTOR', `Of "${row.key}", ${fault}.`);
}

function verifyLexicalTexts(
  row: ArticleRow,
  {
    text,
    entries,
    manifest,
    report,
  }: {
    text: string;
    entries: readonly { title: string; text: string }[];
    manifest: Manifest;
    report: Report;
  },
): void {
  const isComparable = manifest.searchTerms === searchTermsVersion();
  const title = lexicalText(articleHeading(row));
  const isRight =
    entries.length === row.passages.length &&
    entries.every((entry, ordinal) => {
      const { start, end } = row.passages[ordinal]!;
      // Of another version only the number of entries can be told: the next writer makes them again.
      return !isComparable || (entry.title === title && entry.text === lexicalText(text.slice(start, end)));
    });
  if (!isRight) report('LEXICAL', `The lexical index has other texts than the passages of "${row.key}".`);
}

function verifyNoStrayTexts(
  database: Database,
  { rows, report }: { rows: readonly ArticleRow[]; report: Report },
): void {
  const entries = database.prepare('SELECT count(*) FROM passage_text').pluck().get() as number;
  const passages = rows.reduce((sum, row) => sum + row.passages.length, 0);
  if (entries !== passages) {
    report('LEXICAL', `The lexical index has ${entries} entries for ${passages} passages.`);
  }
}
