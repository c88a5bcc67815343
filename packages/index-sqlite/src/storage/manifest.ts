import { randomUUID } from 'node:crypto';
import { searchTermsVersion } from '@footnote/core';
import type { Calibration } from '@footnote/index';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import type { Database } from './database.ts';
import { indexDamaged } from './index-errors.ts';
import { rowChecksum } from './row-checksum.ts';

/** What an index says about itself. */
export interface Manifest {
  /** Made up when the index was; another index has another. */
  readonly indexId: string;
  /** Grows by one with each commit. */
  readonly generation: number;
  /** ISO 8601 instant of the last commit. */
  readonly updatedAt: string;
  readonly model: EmbeddingModelIdentity;
  /** The numbers that the next article and the next passage get. None is ever used again. */
  readonly nextArticle: number;
  readonly nextPassage: number;
  /** The graph file that goes with this database; null while there is none. */
  readonly graph: GraphRecord | null;
  /** The version of the terms in the lexical index; none where it holds the texts as they are, as it once did. */
  readonly searchTerms?: string;
  /** The threshold that was fitted to the index; none where it was not. */
  readonly calibration?: Calibration;
}

export interface GraphRecord {
  /** Name within the index directory. */
  readonly file: string;
  /** SHA-256 (hex) of the file. */
  readonly sha256: string;
  /** It holds the passages up to this number that were in the index when it was made. */
  readonly lastPassage: number;
  /** Numbers that it holds as deleted. */
  readonly deleted: readonly number[];
}

/** The manifest, or null when nothing was ever indexed. */
export function readManifest(database: Database, directory: string): Manifest | null {
  const rows = database.prepare('SELECT name, value, checksum FROM manifest').all() as ManifestRow[];
  if (rows.length === 0) return null;
  const fields = Object.fromEntries(rows.map((row) => [row.name, parseRow(row, directory)]));
  for (const name of NAMES) {
    if (fields[name] === undefined) throw indexDamaged(directory, `its manifest has no "${name}"`);
  }
  return fields as unknown as Manifest;
}

/** Just the generation: what a reader looks at to see whether anything changed. Null when nothing was indexed. */
export function generationReader(database: Database): () => string | null {
  const statement = database.prepare("SELECT value FROM manifest WHERE name = 'generation'").pluck();
  return () => (statement.get() as string | undefined) ?? null;
}

/** The same of the terms, as it stands there: null where there is none. */
export function termsVersionReader(database: Database): () => string | null {
  const statement = database.prepare("SELECT value FROM manifest WHERE name = 'searchTerms'").pluck();
  return () => (statement.get() as string | undefined) ?? null;
}

/** Writes the fields that it is given; to be called within a transaction. */
export function manifestWriter(database: Database): (fields: Partial<Manifest>) => void {
  const statement = database.prepare('INSERT OR REPLACE INTO manifest VALUES (?, ?, ?)');
  return (fields) => {
    for (const [name, field] of Object.entries(fields)) {
      const value = JSON.stringify(field);
      statement.run(name, value, rowChecksum([name, value]));
    }
  };
}

export function newManifest(model: EmbeddingModelIdentity): Manifest {
  const updatedAt = new Date().toISOString();
  return {
    indexId: randomUUID(),
    generation: 0,
    updatedAt,
    model,
    nextArticle: 1,
    nextPassage: 1,
    graph: null,
    searchTerms: searchTermsVersion(),
  };
}

const NAMES: readonly (keyof Manifest)[] = [
  'indexId',
  'generation',
  'updatedAt',
  'model',
  'nextArticle',
  'nextPassage',
  'graph',
];

interface ManifestRow {
  readonly name: string;
  readonly value: string;
  readonly checksum: Uint8Array;
}

function parseRow({ name, value, checksum }: ManifestRow, directory: string): unknown {
  if (!rowChecksum([name, value]).equals(checksum)) {
    throw indexDamaged(directory, `the checksum of its manifest's "${name}" does not match`);
  }
  return JSON.parse(value);
}
