import {
  type ArticleFacets,
  type ArticleFilter,
  type ArticleListPage,
  type ArticleListRequest,
  type Calibration,
  type Candidate,
  type CandidateQuery,
  checkQueryVector,
  countFacets,
  cutListPage,
  type Page,
  type PageOf,
  type PassagePlace,
  parsePassageCursor,
  type Searcher,
  type StoredArticle,
  type StoredPassage,
  type WordCounts,
} from '@footnote/index';
import { type ArticleRow, toArticle } from '../storage/article-rows.ts';
import { indexDamaged } from '../storage/index-errors.ts';
import type { VectorSearch } from '../vectors/vector-search.ts';
import { ArticleLists } from './article-lists.ts';
import { articlePredicate } from './filter-articles.ts';
import type { IndexState } from './index-state.ts';

/** Searches the state of an index within the transaction that holds it. */
export class SqliteSearcher implements Searcher {
  readonly #state: IndexState;
  readonly #lists: ArticleLists;

  constructor(state: IndexState) {
    this.#state = state;
    this.#lists = new ArticleLists(state.catalog);
  }

  async version(): Promise<string> {
    const { manifest } = this.#state;
    return manifest ? `${manifest.indexId} ${manifest.generation}` : 'none';
  }

  async candidates(query: CandidateQuery): Promise<readonly Candidate[]> {
    const options = { limit: query.limit, passes: articlePredicate(query.filter) };
    const byWords = query.terms ? this.#state.lexical.scores(query.terms, options) : [];
    const lexical = new Map(byWords.map(({ passageId, score }) => [passageId, score]));
    const semantic = this.#similarities(query.vector, { ...options, also: lexical.keys() });
    return [...new Set([...lexical.keys(), ...semantic.keys()])].map((passageId) =>
      this.#candidate(passageId, {
        lexical: lexical.get(passageId) ?? null,
        semantic: semantic.get(passageId) ?? null,
      }),
    );
  }

  async passagesAt(places: readonly PassagePlace[]): Promise<readonly (StoredPassage | null)[]> {
    const articles = new Map<string, StoredArticle>();
    return places.map(({ articleKey, start }) => {
      const { row, ordinal } = this.#find({ articleKey, start });
      if (!row || ordinal < 0) return null;
      const article = articles.get(articleKey) ?? this.#article(row);
      articles.set(articleKey, article);
      return passageOf(article, row.passages[ordinal]!);
    });
  }

  async articlesByKey(keys: readonly string[]): Promise<readonly (StoredArticle | null)[]> {
    return keys.map((key) => {
      const row = this.#state.catalog.byKey(key);
      return row ? this.#article(row) : null;
    });
  }

  async articles(request: ArticleListRequest): Promise<ArticleListPage> {
    const { items, ...page } = cutListPage(this.#lists.list(request), request);
    return { ...page, items: items.map(({ cursor, item }) => ({ cursor, item: this.#article(item.row) })) };
  }

  async countArticles(filter?: ArticleFilter): Promise<number> {
    const { catalog } = this.#state;
    const passes = articlePredicate(filter);
    return passes ? catalog.rows.filter(passes).length : catalog.articles;
  }

  async facets(filter?: ArticleFilter): Promise<ArticleFacets> {
    const { rows } = this.#state.catalog;
    return countFacets(rows.filter(articlePredicate(filter) ?? (() => true)));
  }

  async passages(
    articleKeys: readonly string[],
    page: Page,
  ): Promise<readonly (PageOf<StoredPassage> | null)[]> {
    const after = page.after === undefined ? -1 : parsePassageCursor(page.after);
    return articleKeys.map((key) => {
      const row = this.#state.catalog.byKey(key);
      if (!row) return null;
      const article = this.#article(row);
      const spans = row.passages.filter(({ start }) => start > after);
      const items = spans.slice(0, page.first).map((span) => {
        return { cursor: String(span.start), item: passageOf(article, span) };
      });
      return { items, hasNextPage: spans.length > page.first };
    });
  }

  async vectorsAt(places: readonly PassagePlace[]): Promise<readonly (Float32Array | null)[]> {
    return places.map((place) => {
      const { row, ordinal } = this.#find(place);
      return row && ordinal >= 0 ? this.#state.vector(row, ordinal) : null;
    });
  }

  async wordCounts(words: readonly string[]): Promise<WordCounts> {
    const { catalog, lexical } = this.#state;
    return { passages: catalog.passages, passagesWith: words.map((word) => lexical.documentFrequency(word)) };
  }

  async calibration(): Promise<Calibration | null> {
    return this.#state.manifest?.calibration ?? null;
  }

  /**
   * Cosines of the nearest passages, and of those in `also`: without one, fusion would take a passage that was found by
   * its words only for the least similar.
   */
  #similarities(
    vector: Float32Array | null,
    { also, ...options }: Parameters<VectorSearch['nearest']>[1] & { also: Iterable<number> },
  ): ReadonlyMap<number, number> {
    const { vectors, manifest } = this.#state;
    if (!vector || !vectors || !manifest) return new Map();
    checkQueryVector(vector, manifest.model.dimensions);
    const nearest = vectors.nearest(vector, options);
    const similarities = new Map(nearest.map(({ passageId, score }) => [passageId, score]));
    for (const passageId of also) {
      if (similarities.has(passageId)) continue;
      this.#rowOf(passageId);
      similarities.set(passageId, vectors.similarity(vector, passageId));
    }
    return similarities;
  }

  #find({ articleKey, start }: PassagePlace): { row: ArticleRow | undefined; ordinal: number } {
    const row = this.#state.catalog.byKey(articleKey);
    return { row, ordinal: row?.passages.findIndex((span) => span.start === start) ?? -1 };
  }

  #article(row: ArticleRow): StoredArticle {
    return { ...toArticle(row, this.#state.texts.get(row)), duplicates: this.#state.duplicates(row) };
  }

  #candidate(passageId: number, scores: Pick<Candidate, 'lexical' | 'semantic'>): Candidate {
    const row = this.#rowOf(passageId);
    const { start } = row.passages[passageId - row.firstPassage]!;
    return { articleKey: row.key, start, ...scores, duplicates: this.#state.duplicates(row) };
  }

  #rowOf(passageId: number): ArticleRow {
    const row = this.#state.catalog.ofPassage(passageId);
    if (row) return row;
    const what = `its lexical index names the passage ${passageId}, which no article has`;
    throw indexDamaged(this.#state.directory, what);
  }
}

function passageOf(article: StoredArticle, { start, end }: { start: number; end: number }): StoredPassage {
  return { articleKey: article.key, start, end, text: article.text.slice(start, end), article };
}
