import { type Article, makeArticle, segmentSentences } from '@footnote/core';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import type { NewArticle } from '../index-writer.ts';

/** A model that nobody trained: its vectors are made up. */
export const MADE_UP_MODEL: EmbeddingModelIdentity = {
  id: 'made-up',
  sha256: '0'.repeat(64),
  dimensions: 4,
  pooling: 'mean',
  queryPrefix: '',
};

/** A unit vector of `MADE_UP_MODEL` that points where the numbers do. */
export function direction(...numbers: number[]): Float32Array {
  const vector = Float32Array.from({ length: MADE_UP_MODEL.dimensions }, (_, index) => numbers[index] ?? 0);
  const length = Math.hypot(...vector);
  return vector.map((number) => number / length);
}

export type MadeUpFields = Partial<Omit<Article, 'contentHash'>> & {
  readonly path?: string;
  /** One a sentence; all point the same way when there are none. */
  readonly vectors?: readonly Float32Array[];
};

/** An article each of whose sentences is a passage, as it is given to a writer. */
export function madeUpArticle(key: string, text: string, fields: MadeUpFields = {}): NewArticle {
  const { path = `/articles/${key}`, vectors, ...given } = fields;
  const passages = segmentSentences(text);
  const blank = { title: null, source: null, authors: [], publishedAt: null, url: null, language: null };
  return {
    article: makeArticle({ ...blank, ...given, key, text }),
    root: '/articles',
    path,
    chunkingVersion: 1,
    passages,
    vectors: vectors ?? passages.map(() => direction(1)),
  };
}

/** Two passages that point elsewhere than those of `BREAD`, and all that can be known of an article. */
export const RIVER = madeUpArticle('river', 'The river rose in the night. The mayor closed the bridge.', {
  title: 'Flood in Elsby',
  source: 'Elsby Post',
  authors: ['Mira Dahl', 'Jonas Brandt'],
  publishedAt: '2021-04-12',
  url: 'https://example.org/river',
  language: 'en-GB',
  vectors: [direction(1), direction(0, 1)],
});
/** Two passages of an article of which only its source is known. */
export const BREAD = madeUpArticle('bread', 'The bakery sells rye bread. It opens at six.', {
  source: 'Norhaven Courier',
  vectors: [direction(0, 0, 1), direction(0, 0, 1, 1)],
});
