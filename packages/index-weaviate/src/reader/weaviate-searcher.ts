import {
  type ArticleFacets,
  type ArticleFilter,
  type ArticleListPage,
  type ArticleListRequest,
  type Calibration,
  type Candidate,
  type CandidateQuery,
  checkQueryVector,
  joinSpellings,
  listCursor,
  listPosition,
  type Page,
  type PageOf,
  type PassagePlace,
  parsePassageCursor,
  type Searcher,
  type StoredArticle,
  type StoredPassage,
  type WordCounts,
} from '@footnote/index';
import weaviate from 'weaviate-client';
import { ARTICLE_PARTS, type IndexedArticle, readArticle } from '../storage/article-object.ts';
import { readCalibration } from '../storage/calibration-record.ts';
import type { Manifest } from '../storage/manifest.ts';
import { articleId, passageId } from '../storage/object-ids.ts';
import type { ObjectStore, StoredObject } from '../storage/object-store.ts';
import { readVector } from '../storage/passage-object.ts';
import { Records } from '../storage/records.ts';
import { queryStems } from '../storage/search-text.ts';
import { articleFilters, passesNone } from './article-filters.ts';
import { findCandidates, nearDuplicates } from './candidates.ts';
import { listArticles } from './list-articles.ts';
import type { WordScores } from './word-scores.ts';

export interface SearcherParts {
  readonly store: ObjectStore;
  readonly words: WordScores;
  readonly manifest: Manifest;
}

/** An article's passages, and the article as it is given out. */
interface ReadArticle extends Pick<IndexedArticle, 'passages'> {
  readonly article: StoredArticle;
}

/**
 * Searches the collections. What is ranked are places; what stands at a place is read of the one object of its article, so
 * that a passage and its article are always of one version.
 */
export class WeaviateSearcher implements Searcher {
  readonly #store: ObjectStore;
  readonly #words: WordScores;
  readonly #records: Records;
  readonly #manifest: Manifest;

  constructor({ store, words, manifest }: SearcherParts) {
    this.#store = store;
    this.#words = words;
    this.#records = new Records(store);
    this.#manifest = manifest;
  }

  async candidates(query: CandidateQuery): Promise<readonly Candidate[]> {
    if (query.vector) checkQueryVector(query.vector, this.#manifest.model.dimensions);
    return findCandidates({ store: this.#store, words: this.#words }, query);
  }

  async passagesAt(places: readonly PassagePlace[]): Promise<readonly (StoredPassage | null)[]> {
    const articles = await this.#read(places.map(({ articleKey }) => articleKey));
    return places.map(({ articleKey, start }) => {
      const read = articles.get(articleKey);
      const span = read?.passages.find((one) => one.start === start);
      return read && span ? passageOf(read.article, span) : null;
    });
  }

  async articlesByKey(keys: readonly string[]): Promise<readonly (StoredArticle | null)[]> {
    const articles = await this.#read(keys);
    return keys.map((key) => articles.get(key)?.article ?? null);
  }

  async articles(request: ArticleListRequest): Promise<ArticleListPage> {
    const { objects, ...page } = await listArticles(this.#store, request);
    const articles = await this.#complete(objects);
    const items = [...articles.values()].map(({ article }) => {
      return { cursor: listCursor(listPosition(article, request.orderBy ?? 'KEY')), item: article };
    });
    return { ...page, items };
  }

  async countArticles(filter?: ArticleFilter): Promise<number> {
    return passesNone(filter) ? 0 : this.#store.count('articles', articleFilters(filter));
  }

  async facets(filter?: ArticleFilter): Promise<ArticleFacets> {
    if (passesNone(filter)) return { sources: [], authors: [], years: [] };
    const filters = articleFilters(filter);
    const [sources, authors, years] = await Promise.all(
      (['sourceSpelling', 'authorSpellings', 'year'] as const).map((property) =>
        this.#store.countValues('articles', property, filters),
      ),
    );
    return {
      sources: joinSpellings(sources!),
      authors: joinSpellings(authors!),
      years: years!
        .map(({ value, count }) => ({ value: value.padStart(4, '0'), count }))
        .sort((a, b) => (a.value < b.value ? 1 : -1)),
    };
  }

  async passages(
    articleKeys: readonly string[],
    { first, after }: Page,
  ): Promise<readonly (PageOf<StoredPassage> | null)[]> {
    const afterStart = after === undefined ? -1 : parsePassageCursor(after);
    const articles = await this.#read(articleKeys);
    return articleKeys.map((key) => {
      const read = articles.get(key);
      if (!read) return null;
      const spans = read.passages.filter(({ start }) => start > afterStart);
      const items = spans.slice(0, first).map((span) => {
        return { cursor: String(span.start), item: passageOf(read.article, span) };
      });
      return { items, hasNextPage: spans.length > first };
    });
  }

  async vectorsAt(places: readonly PassagePlace[]): Promise<readonly (Float32Array | null)[]> {
    const ids = places.map(passageId);
    const found = await this.#store.byIds('passages', ids, { withVector: true });
    return ids.map((id) => {
      const passage = found.get(id);
      return passage ? readVector(passage, this.#store.cluster.location) : null;
    });
  }

  async calibration(): Promise<Calibration | null> {
    return readCalibration(this.#records);
  }

  /** Writers of shares change it at once, and none of them can tell of the others: there is no one version. */
  async version(): Promise<string | null> {
    return null;
  }

  async wordCounts(words: readonly string[]): Promise<WordCounts> {
    const [passages, ...passagesWith] = await Promise.all([
      this.#store.count('passages'),
      ...words.map((word) => this.#countPassagesWith(word)),
    ]);
    return { passages, passagesWith };
  }

  async #countPassagesWith(word: string): Promise<number> {
    const [stem] = queryStems([word]);
    if (stem === undefined) return 0;
    return this.#store.count('passages', weaviate.filter.byProperty('stems').equal(stem));
  }

  async #read(keys: readonly string[]): Promise<ReadonlyMap<string, ReadArticle>> {
    const objects = await this.#store.byIds('articles', keys.map(articleId), { properties: ARTICLE_PARTS });
    return this.#complete([...objects.values()]);
  }

  /** By key, in the order given. */
  async #complete(objects: readonly StoredObject<'articles'>[]): Promise<ReadonlyMap<string, ReadArticle>> {
    const indexed = objects.map((object) => readArticle(object, this.#store.cluster.location));
    const duplicates = await nearDuplicates(
      this.#store,
      indexed.map(({ article }) => article.key),
    );
    return new Map(
      indexed.map(({ article, passages }) => [
        article.key,
        { article: { ...article, duplicates: duplicates.get(articleId(article.key)) ?? [] }, passages },
      ]),
    );
  }
}

function passageOf(article: StoredArticle, { start, end }: { start: number; end: number }): StoredPassage {
  return { articleKey: article.key, start, end, text: article.text.slice(start, end), article };
}
