import type { Article, TextSpan } from '@footnote/core';
import type { Database } from './database.ts';
import { indexDamaged } from './index-errors.ts';
import { type ColumnValue, rowChecksum } from './row-checksum.ts';
import { decodeVectors } from './vector-bytes.ts';

/** A row of `article`: everything of an article but its text and vectors. */
export interface ArticleRow {
  readonly id: number;
  readonly key: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly contentHash: string;
  /** The path that was given when it was indexed, and the file it came from below it. */
  readonly root: string;
  readonly path: string;
  readonly chunkingVersion: number;
  /** Number of the first passage; the others follow it. */
  readonly firstPassage: number;
  readonly passages: readonly TextSpan[];
  /** MinHash of the text, for near duplicates. */
  readonly signature: Uint32Array;
}

/** The columns of `article` as they are stored, with the checksum last. */
export type RawArticleRow = {
  readonly id: number;
  readonly key: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly authors: string;
  readonly published_at: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly content_hash: string;
  readonly root: string;
  readonly path: string;
  readonly cutting_version: number;
  readonly first_passage: number;
  readonly passages: string;
  readonly signature: Uint8Array;
  readonly checksum: Uint8Array;
};

/** The columns of `source_file`: what a run knows of a file all of whose articles are in the index. */
export type RawSourceFile = {
  readonly root: string;
  readonly path: string;
  readonly sha256: string;
  readonly reading_version: number;
  readonly cutting_version: number;
  readonly checksum: Uint8Array;
};

/** The columns of `article` for an insert, the checksum with them. */
export function articleColumns(row: ArticleRow): ColumnValue[] {
  const columns: ColumnValue[] = [
    row.id,
    row.key,
    row.title,
    row.source,
    JSON.stringify(row.authors),
    row.publishedAt,
    row.url,
    row.language,
    row.contentHash,
    row.root,
    row.path,
    row.chunkingVersion,
    row.firstPassage,
    JSON.stringify(row.passages.map(({ start, end }) => [start, end])),
    encodeSignature(row.signature),
  ];
  return [...columns, rowChecksum(columns)];
}

/** Whether a row's checksum fits its columns; `columns` in the order of the table, the checksum last. */
export function hasRightChecksum(raw: object): boolean {
  const columns = Object.values(raw) as ColumnValue[];
  const checksum = columns.pop();
  return checksum instanceof Uint8Array && rowChecksum(columns).equals(checksum);
}

/** Reads a row of `article`, and trusts nothing before its checksum fits. */
export function parseArticleRow(raw: RawArticleRow, directory: string): ArticleRow {
  if (!hasRightChecksum(raw))
    throw indexDamaged(directory, `the row of article ${raw.id} has a wrong checksum`);
  return {
    id: raw.id,
    key: raw.key,
    title: raw.title,
    source: raw.source,
    authors: JSON.parse(raw.authors) as string[],
    publishedAt: raw.published_at,
    url: raw.url,
    language: raw.language,
    contentHash: raw.content_hash,
    root: raw.root,
    path: raw.path,
    chunkingVersion: raw.cutting_version,
    firstPassage: raw.first_passage,
    passages: (JSON.parse(raw.passages) as [number, number][]).map(([start, end]) => ({ start, end })),
    signature: decodeSignature(raw.signature),
  };
}

/** Reads what belongs to an article, each row checked. */
export interface ArticleContents {
  text(row: ArticleRow): string;
  vectors(row: ArticleRow): Float32Array;
  /** Ids of the articles that are near-identical. */
  duplicates(row: ArticleRow): number[];
}

export function articleContents(database: Database, directory: string): ArticleContents {
  const texts = database.prepare('SELECT * FROM article_text WHERE article = ?');
  const vectors = database.prepare('SELECT * FROM article_vectors WHERE article = ?');
  const duplicates = database.prepare('SELECT * FROM near_duplicate WHERE article = ?');
  const checked = <Row extends object>(row: Row | undefined, what: string): Row => {
    if (!row) throw indexDamaged(directory, `${what} is missing`);
    if (!hasRightChecksum(row)) throw indexDamaged(directory, `${what} has a wrong checksum`);
    return row;
  };
  return {
    text: ({ id, key }) => checked(texts.get(id) as { text: string }, `the text of "${key}"`).text,
    vectors: ({ id, key }) => {
      const row = checked(vectors.get(id) as { vectors: Uint8Array }, `the row of vectors of "${key}"`);
      return decodeVectors(row.vectors);
    },
    duplicates: ({ id, key }) => {
      const rows = duplicates.all(id) as { other: number }[];
      return rows.map((row) => checked(row, `a row of what is near-identical to "${key}"`).other);
    },
  };
}

/** The article of a row and its text. */
export function toArticle(row: ArticleRow, text: string): Article {
  const { key, title, source, authors, publishedAt, url, language, contentHash } = row;
  return { key, title, text, source, authors, publishedAt, url, language, contentHash };
}

function encodeSignature(signature: Uint32Array): Buffer {
  const bytes = Buffer.alloc(signature.length * 4);
  signature.forEach((value, index) => {
    bytes.writeUInt32LE(value, index * 4);
  });
  return bytes;
}

function decodeSignature(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = new Uint32Array(bytes.byteLength / 4);
  for (let index = 0; index < signature.length; index += 1) {
    signature[index] = view.getUint32(index * 4, true);
  }
  return signature;
}
