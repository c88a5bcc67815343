import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ArticleCatalog } from '../storage/article-catalog.ts';
import type { ArticleRow } from '../storage/article-rows.ts';
import { VectorSearch } from './vector-search.ts';

const DIMENSIONS = 5;

interface Rows {
  readonly catalog: ArticleCatalog;
  readonly vectors: VectorSearch;
  add(passages: readonly Float32Array[]): ArticleRow;
  remove(rows: readonly ArticleRow[]): void;
  /** Every passage with its cosine, best first. */
  ranking(query: Float32Array): { passageId: number; score: number }[];
}

function rows(): Rows {
  const catalog = new ArticleCatalog();
  const limits = { exact: Number.POSITIVE_INFINITY, filtered: 0 };
  const readVectors = () => {
    throw new Error('Nothing is in a graph.');
  };
  const vectors = new VectorSearch({ dimensions: DIMENSIONS, catalog, readVectors, limits }, null);
  const byPassage = new Map<number, Float32Array>();
  let next = 1;
  return {
    catalog,
    vectors,
    add(passages) {
      const spans = passages.map((_, ordinal) => ({ start: ordinal, end: ordinal + 1 }));
      const id = catalog.lastId + 1;
      // Only what a search looks at.
      const row = {
        id,
        key: `${id % 7}-${id}`,
        firstPassage: next,
        passages: spans,
      } as unknown as ArticleRow;
      for (const [ordinal, vector] of passages.entries()) byPassage.set(next + ordinal, vector);
      next += passages.length;
      vectors.add(row, Float32Array.from(passages.flatMap((vector) => [...vector])));
      catalog.add(row);
      return row;
    },
    remove(gone) {
      for (const row of catalog.remove(new Set(gone.map(({ id }) => id)))) {
        vectors.remove(row);
        for (const [ordinal] of row.passages.entries()) byPassage.delete(row.firstPassage + ordinal);
      }
    },
    ranking(query) {
      const all = [...byPassage].map(([passageId, vector]) => ({ passageId, score: cosine(vector, query) }));
      return all.sort((a, b) => b.score - a.score || catalog.comparePassages(a.passageId, b.passageId));
    },
  };
}

function cosine(a: Float32Array, b: Float32Array): number {
  return Math.round(a.reduce((sum, value, at) => sum + value * b[at]!, 0) * 1e6) / 1e6;
}

/** Of coarse steps, so that many score the same. */
const vector = fc
  .array(fc.integer({ min: -4, max: 4 }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((values) => Float32Array.from(values, (value) => value / 8));
const article = fc.array(vector, { minLength: 1, maxLength: 4 });

it('gives the nearest of all passages, ties by article key, then place, through additions and removals', () => {
  const counts = fc.record({ gone: fc.nat({ max: 8 }), limit: fc.integer({ min: 1, max: 15 }) });
  fc.assert(
    fc.property(fc.array(article, { maxLength: 12 }), vector, counts, (articles, query, { gone, limit }) => {
      const { add, remove, vectors, ranking } = rows();
      remove(articles.map(add).slice(0, gone));
      add([query]);
      const nearest = vectors.nearest(query, { limit, passes: null });
      expect(nearest).toEqual(ranking(query).slice(0, limit));
      for (const { passageId, score } of nearest) {
        expect(vectors.similarity(query, passageId)).toBeCloseTo(score, 6);
      }
    }),
  );
});

it('scores the articles that pass alone', () => {
  const { add, vectors, ranking } = rows();
  const query = Float32Array.of(1, 0, 0, 0, 0);
  add([query, query]);
  const { key, firstPassage } = add([query]);
  const nearest = vectors.nearest(query, { limit: 5, passes: (row) => row.key === key });
  expect(nearest).toEqual(ranking(query).filter(({ passageId }) => passageId === firstPassage));
});

it('finds the nearest of many, of which some and then most are gone, in articles of thousands of passages too', () => {
  const { add, remove, vectors, ranking } = rows();
  let seed = 1;
  const next = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return Math.round((seed / 2_147_483_647) * 100) / 100 - 0.5;
  };
  const random = () => Float32Array.from({ length: DIMENSIONS }, next);
  const isRight = () => {
    const query = random();
    const options = { limit: 300, passes: null };
    expect(vectors.nearest(query, options)).toEqual(ranking(query).slice(0, 300));
  };
  const added = Array.from({ length: 40 }, () => add(Array.from({ length: 700 }, random)));
  isRight();
  add(Array.from({ length: 2500 }, random));
  remove(added.slice(30));
  isRight();
  remove(added.slice(3, 30));
  isRight();
  add([random()]);
  isRight();
});
