import { type Article, makeArticle } from '@footnote/core';
import { type SourceFileRecord, vectorFault } from '@footnote/index';
import {
  type ArticleRow,
  hasRightChecksum,
  parseArticleRow,
  type RawArticleRow,
  type RawSourceFile,
  toArticle,
} from '../storage/article-rows.ts';
import type { Database } from '../storage/database.ts';
import { decodeVectors } from '../storage/vector-bytes.ts';

/** An article whose row and text are whole. */
export interface SalvagedArticle {
  readonly row: ArticleRow;
  readonly article: Article;
  /** Null when they are damaged. */
  readonly vectors: Float32Array | null;
}

/**
 * What is whole in a damaged database: every article whose row and text have the right checksums. Articles are asked
 * for one by one, by their number, so that a damaged page loses no more than what is on it.
 */
export function* salvageArticles(database: Database, dimensions: number | null): Generator<SalvagedArticle> {
  const find = (table: string, id: string) => database.prepare(`SELECT * FROM ${table} WHERE ${id} = ?`);
  const rows = find('article', 'id');
  const texts = find('article_text', 'article');
  const vectors = find('article_vectors', 'article');
  const last = lastArticle(database);
  for (let id = 1; id <= last; id += 1) {
    const raw = wholeRow<RawArticleRow>(() => rows.get(id));
    const text = wholeRow<{ text: string }>(() => texts.get(id))?.text;
    if (!raw || text === undefined) continue;
    const row = parseArticleRow(raw, '');
    const article = makeArticle(toArticle(row, text));
    if (article.contentHash !== row.contentHash) continue;
    const bytes = wholeRow<{ vectors: Uint8Array }>(() => vectors.get(id))?.vectors;
    yield { row, article, vectors: wholeVectors(row, { bytes, dimensions }) };
  }
}

/** The records of files whose articles were all salvaged. */
export function salvageSourceFiles(database: Database): SourceFileRecord[] {
  const rows = attempt(() => database.prepare('SELECT * FROM source_file').all() as RawSourceFile[]) ?? [];
  return rows.filter(hasRightChecksum).map((row) => ({
    root: row.root,
    path: row.path,
    sha256: row.sha256,
    readingVersion: row.reading_version,
    chunkingVersion: row.cutting_version,
  }));
}

/** How many articles the database had, as far as that can still be told. */
export function countArticles(database: Database): number {
  const count = (table: string) =>
    attempt(() => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number) ?? 0;
  return Math.max(count('article'), count('article_text'), count('article_vectors'));
}

/** A bound on article numbers that a flipped bit cannot drive up to where asking for each would take for ever. */
const MOST_ARTICLES = 10_000_000;

function lastArticle(database: Database): number {
  const last = (query: string) => attempt(() => database.prepare(query).pluck().get() as number | null) ?? 0;
  const numbers = [
    last('SELECT max(id) FROM article'),
    last('SELECT max(article) FROM article_text'),
    last('SELECT max(article) FROM article_vectors'),
  ];
  return Math.min(Math.max(...numbers), MOST_ARTICLES);
}

function wholeRow<Row extends object>(read: () => unknown): Row | undefined {
  const row = attempt(read) as Row | undefined;
  return row && hasRightChecksum(row) ? row : undefined;
}

/** What stands on a damaged page is lost, and is told as such by what is missing in the end. */
function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function wholeVectors(
  row: ArticleRow,
  { bytes, dimensions }: { bytes: Uint8Array | undefined; dimensions: number | null },
): Float32Array | null {
  if (!bytes || dimensions === null) return null;
  const vectors = decodeVectors(bytes);
  return vectorFault(vectors, { count: row.passages.length, dimensions }) ? null : vectors;
}
