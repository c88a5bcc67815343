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
import type { WordStatistics } from './word-statistics.ts';

export interface SearcherParts {
  readonly store: ObjectStore;
  readonly words: WordStatistics;
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
  readonly #words: WordStatistics;
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
    const indexed = objects.map((object) => this.#parse(object));
    const keys = indexed.map(({ article }) => article.key);
    const articles = this.#complete(indexed, await nearDuplicates(this.#store, keys));
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

  /** The cluster lists no words. */
  async nearestWord(): Promise<null> {
    return null;
  }

  async wordCounts(words: readonly string[]): Promise<WordCounts> {
    const stems = words.map((word) => queryStems([word])[0]);
    const known = stems.filter((stem) => stem !== undefined);
    const { passages, passagesWith } = await this.#words.count(known);
    const counts = new Map(known.map((stem, index) => [stem, passagesWith[index]!]));
    return { passages, passagesWith: stems.map((stem) => (stem === undefined ? 0 : counts.get(stem)!)) };
  }

  async #read(keys: readonly string[]): Promise<ReadonlyMap<string, ReadArticle>> {
    const options = { properties: ARTICLE_PARTS };
    const [objects, duplicates] = await Promise.all([
      this.#store.byIds('articles', keys.map(articleId), options),
      nearDuplicates(this.#store, keys),
    ]);
    return this.#complete(
      [...objects.values()].map((object) => this.#parse(object)),
      duplicates,
    );
  }

  #parse(object: StoredObject<'articles'>): IndexedArticle {
    return readArticle(object, this.#store.cluster.location);
  }

  /** By key, in the order given. */
  #complete(
    indexed: readonly IndexedArticle[],
    duplicates: ReadonlyMap<string, readonly string[]>,
  ): ReadonlyMap<string, ReadArticle> {
    return new Map(
      indexed.map(({ article, passages }) => [
        article.key,
        { article: { ...article, duplicates: duplicates.get(article.key) ?? [] }, passages },
      ]),
    );
  }
}

function passageOf(article: StoredArticle, { start, end }: { start: number; end: number }): StoredPassage {
  return { articleKey: article.key, start, end, text: article.text.slice(start, end), article };
}
