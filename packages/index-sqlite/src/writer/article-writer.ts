import { articleHeading, searchTermsVersion } from '@footnote/core';
import type { Calibration, NewArticle, SourceFileRecord } from '@footnote/index';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import { type ArticleRow, articleColumns } from '../storage/article-rows.ts';
import type { Database } from '../storage/database.ts';
import { lexicalText } from '../storage/lexical-text.ts';
import {
  type GraphRecord,
  type Manifest,
  manifestWriter,
  newManifest,
  readManifest,
} from '../storage/manifest.ts';
import { type ColumnValue, rowChecksum } from '../storage/row-checksum.ts';
import { encodeVectors } from '../storage/vector-bytes.ts';

/** An article and all that is derived from it. */
interface IndexedArticle extends NewArticle {
  readonly signature: Uint32Array;
  /** Ids of the articles that are near-identical to this one. */
  readonly duplicates: readonly number[];
}

/** The only code that changes articles. Each method is to be called within `commit`. */
export interface ArticleWriter {
  readonly manifest: Manifest;
  /** Runs `change` in one transaction, which readers see whole or not at all. */
  commit<Result>(change: () => Result): Result;
  /** Adds an article. One of the same key must have been removed before. */
  add(indexed: IndexedArticle): ArticleRow;
  remove(row: Pick<ArticleRow, 'id' | 'firstPassage' | 'passages'>): void;
  /** Notes that an unchanged article now comes from another path. */
  move(row: ArticleRow, from: { root: string; path: string }): ArticleRow;
  saveFile(file: SourceFileRecord): void;
  forgetFile(file: { root: string; path: string }): void;
  /** Forgets the file at this path under whatever root. */
  forgetPath(path: string): void;
  saveGraph(graph: GraphRecord | null): void;
  saveCalibration(calibration: Calibration): void;
  /** Makes the whole lexical index again, of terms of the present version. */
  rewriteLexicalIndex(rows: readonly ArticleRow[], textOf: (row: ArticleRow) => string): void;
}

export function createArticleWriter(
  database: Database,
  options: { directory: string; model: EmbeddingModelIdentity },
): ArticleWriter {
  let manifest = readManifest(database, options.directory) ?? newManifest(options.model);
  let saved = readManifest(database, options.directory) !== null;
  const statements = prepareStatements(database);
  const writeManifest = manifestWriter(database);

  const update = (fields: Partial<Manifest>): void => {
    manifest = { ...manifest, ...fields };
    writeManifest(saved ? fields : manifest);
    saved = true;
  };
  return {
    get manifest() {
      return manifest;
    },
    commit(change) {
      const before = { manifest, saved };
      try {
        return database
          .transaction(() => {
            const result = change();
            update({ generation: manifest.generation + 1, updatedAt: new Date().toISOString() });
            return result;
          })
          .immediate();
      } catch (error) {
        ({ manifest, saved } = before);
        throw error;
      }
    },
    add(indexed) {
      const { nextArticle, nextPassage } = manifest;
      const row = insertArticle(statements, indexed, { id: nextArticle, firstPassage: nextPassage });
      update({ nextArticle: nextArticle + 1, nextPassage: nextPassage + indexed.passages.length });
      return row;
    },
    remove({ id, firstPassage, passages }) {
      statements.removeTexts.run(firstPassage, firstPassage + passages.length);
      statements.removeArticle.run(id);
    },
    move(row, { root, path }) {
      const moved = { ...row, root, path };
      const columns = articleColumns(moved);
      statements.moveArticle.run(root, path, columns.at(-1), row.id);
      return moved;
    },
    saveFile(file) {
      const columns = [file.root, file.path, file.sha256, file.readingVersion, file.chunkingVersion];
      statements.saveFile.run(...columns, rowChecksum(columns));
    },
    forgetFile({ root, path }) {
      statements.forgetFile.run(root, path);
    },
    forgetPath(path) {
      statements.forgetPath.run(path);
    },
    saveGraph(graph) {
      update({ graph });
    },
    saveCalibration(calibration) {
      update({ calibration });
    },
    rewriteLexicalIndex(rows, textOf) {
      statements.removeAllTexts.run();
      for (const row of rows) addPassageTexts(statements, row, textOf(row));
      update({ searchTerms: searchTermsVersion() });
    },
  };
}

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(database: Database) {
  const insert = (table: string, columns: number) =>
    database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
  return {
    addArticle: insert('article', 16),
    addText: insert('article_text', 3),
    addVectors: insert('article_vectors', 3),
    addDuplicate: insert('near_duplicate', 3),
    addPassageText: database.prepare('INSERT INTO passage_text (rowid, title, text) VALUES (?, ?, ?)'),
    removeTexts: database.prepare('DELETE FROM passage_text WHERE rowid >= ? AND rowid < ?'),
    removeAllTexts: database.prepare('DELETE FROM passage_text'),
    removeArticle: database.prepare('DELETE FROM article WHERE id = ?'),
    moveArticle: database.prepare('UPDATE article SET root = ?, path = ?, checksum = ? WHERE id = ?'),
    saveFile: database.prepare('INSERT OR REPLACE INTO source_file VALUES (?, ?, ?, ?, ?, ?)'),
    forgetFile: database.prepare('DELETE FROM source_file WHERE root = ? AND path = ?'),
    forgetPath: database.prepare('DELETE FROM source_file WHERE path = ?'),
  };
}

function insertArticle(
  statements: Statements,
  indexed: IndexedArticle,
  { id, firstPassage }: { id: number; firstPassage: number },
): ArticleRow {
  const { article, root, path, chunkingVersion, passages, signature } = indexed;
  const { key, title, text, source, authors, publishedAt, url, language, contentHash } = article;
  const described = { key, title, source, authors, publishedAt, url, language, contentHash };
  const row = { id, ...described, root, path, chunkingVersion, firstPassage, passages, signature };
  statements.addArticle.run(...articleColumns(row));
  statements.addText.run(...withChecksum([id, text]));
  statements.addVectors.run(...withChecksum([id, encodeVectors(indexed.vectors)]));
  for (const other of indexed.duplicates) {
    statements.addDuplicate.run(...withChecksum([id, other]));
    statements.addDuplicate.run(...withChecksum([other, id]));
  }
  addPassageTexts(statements, row, text);
  return row;
}

function addPassageTexts(statements: Statements, row: ArticleRow, text: string): void {
  const title = lexicalText(articleHeading(row));
  row.passages.forEach(({ start, end }, ordinal) => {
    statements.addPassageText.run(row.firstPassage + ordinal, title, lexicalText(text.slice(start, end)));
  });
}

function withChecksum(columns: readonly ColumnValue[]): ColumnValue[] {
  return [...columns, rowChecksum(columns)];
}
