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
import type { PassageScore } from '../vectors/passage-score.ts';
import type { VectorSearch } from '../vectors/vector-search.ts';
import { ArticleLists } from './article-lists.ts';
import { articlePredicate } from './filter-articles.ts';
import type { IndexState } from './index-state.ts';

/** Of one passage; null where a ranking does not hold it. */
interface Scores {
  lexical: number | null;
  readonly semantic: number | null;
}

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
    const found = new Map<number, Scores>();
    for (const { passageId, score } of this.#nearest(query.vector, options)) {
      found.set(passageId, { lexical: null, semantic: score });
    }
    for (const { passageId, score } of byWords) {
      const known = found.get(passageId);
      if (known) known.lexical = score;
      else {
        const semantic = this.#similarity(query.vector, passageId);
        found.set(passageId, { lexical: score, semantic });
      }
    }
    return Array.from(found, ([passageId, scores]) => this.#candidate(passageId, scores));
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

  async nearestWord(word: string): Promise<string | null> {
    return this.#state.lexical.nearestWord(word);
  }

  async wordCounts(words: readonly string[]): Promise<WordCounts> {
    const { catalog, lexical } = this.#state;
    return { passages: catalog.passages, passagesWith: words.map((word) => lexical.documentFrequency(word)) };
  }

  async calibration(): Promise<Calibration | null> {
    return this.#state.manifest?.calibration ?? null;
  }

  #nearest(
    vector: Float32Array | null,
    options: Parameters<VectorSearch['nearest']>[1],
  ): readonly PassageScore[] {
    const { vectors, manifest } = this.#state;
    if (!vector || !vectors || !manifest) return [];
    checkQueryVector(vector, manifest.model.dimensions);
    return vectors.nearest(vector, options);
  }

  /** Without one, fusion would take a passage that was found by its words only for the least similar. */
  #similarity(vector: Float32Array | null, passageId: number): number | null {
    const { vectors } = this.#state;
    if (!vector || !vectors) return null;
    this.#rowOf(passageId);
    return vectors.similarity(vector, passageId);
  }

  #find({ articleKey, start }: PassagePlace): { row: ArticleRow | undefined; ordinal: number } {
    const row = this.#state.catalog.byKey(articleKey);
    return { row, ordinal: row?.passages.findIndex((span) => span.start === start) ?? -1 };
  }

  #article(row: ArticleRow): StoredArticle {
    return { ...toArticle(row, this.#state.texts.get(row)), duplicates: this.#state.duplicates(row) };
  }

  #candidate(passageId: number, { lexical, semantic }: Scores): Candidate {
    const row = this.#rowOf(passageId);
    const { start } = row.passages[passageId - row.firstPassage]!;
    return { articleKey: row.key, start, lexical, semantic, duplicates: this.#state.duplicates(row) };
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
