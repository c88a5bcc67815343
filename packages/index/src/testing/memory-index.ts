import {
  articleHeading,
  FootnoteError,
  foldText,
  minHashSignature,
  nearDuplicate,
  searchTerms,
  tellSameStory,
} from '@footnote/core';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import { stemmer } from 'stemmer';
import { countFacets } from '../article-facets.ts';
import type { ArticleFilter } from '../article-filter.ts';
import {
  compareListPositions,
  cutListPage,
  listedText,
  listedTextPredicate,
  listPosition,
} from '../article-list.ts';
import type { Calibration } from '../calibration.ts';
import type { IndexEngine } from '../index-engine.ts';
import type { IndexChange, IndexWriter, NewArticle, SourceFileRecord } from '../index-writer.ts';
import type { Candidate, CandidateQuery, Searcher } from '../searcher.ts';
import { nearestSpelling } from '../spelling-distance.ts';
import type { PassagePlace, StoredArticle, StoredPassage } from '../stored-article.ts';

/** One version of an index. It is never changed: a change makes another. */
interface Version {
  readonly articles: ReadonlyMap<string, NewArticle>;
  readonly files: readonly SourceFileRecord[];
  readonly calibration: Calibration | null;
  readonly model: EmbeddingModelIdentity;
  readonly updatedAt: string;
  /** Grows by one with each change. */
  readonly number: number;
}

/** The contract of an index in its plainest form, in memory: every score is computed for every passage. */
export function memoryIndex(): IndexEngine {
  let version: Version | null = null;
  const lock = createLock();

  const current = (model: EmbeddingModelIdentity | undefined): Version | null => {
    if (version && model && model.sha256 !== version.model.sha256) {
      throw new FootnoteError('INDEX_OTHER_MODEL', 'The index was made with another model. Use that one.');
    }
    return version;
  };
  const notFound = () => new FootnoteError('INDEX_NOT_FOUND', 'There is no index. Write one first.');

  return {
    location: 'memory',
    openReader: async ({ model, follow } = {}) => {
      if (!current(model) && !follow) throw notFound();
      return {
        isSnapshot: true,
        status: async () => ({
          articles: version?.articles.size ?? 0,
          passages: passagesOf(version).length,
          model: version?.model ?? null,
          bytes: 0,
          updatedAt: version?.updatedAt ?? null,
        }),
        withSearcher: async (use) => use(searcherOf(current(model))),
        close: async () => {},
      };
    },
    verify: async () => ({ ok: true, problems: [] }),
    openWriter: async ({ model, wait } = {}) => {
      const usedModel = current(model)?.model ?? model;
      if (!usedModel) throw notFound();
      await lock.acquire(wait ?? false);
      return writerOf({
        version: () => version,
        commit: (fields) => {
          const empty = { articles: new Map(), files: [], calibration: null, model: usedModel, number: 0 };
          const before = version ?? empty;
          const number = before.number + 1;
          version = { ...before, ...fields, updatedAt: new Date().toISOString(), number };
        },
        close: () => lock.release(),
      });
    },
  };
}

function createLock() {
  let isHeld = false;
  const waiting: (() => void)[] = [];
  return {
    async acquire(wait: boolean): Promise<void> {
      while (isHeld) {
        if (!wait) throw new FootnoteError('INDEX_LOCKED', 'Another writer is at work. Wait for it.');
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      isHeld = true;
    },
    release(): void {
      isHeld = false;
      waiting.shift()?.();
    },
  };
}

type Changed = Pick<Version, 'articles' | 'files' | 'calibration'>;

interface Writing {
  readonly version: () => Version | null;
  readonly commit: (fields: Changed) => void;
  readonly close: () => void;
}

function writerOf({ version, commit, close }: Writing): IndexWriter {
  const articles = () => [...(version()?.articles.values() ?? [])];
  return {
    entries: async (keys) =>
      articles()
        .filter(({ article }) => keys?.includes(article.key) ?? true)
        .map(({ article: { key, contentHash }, root, path, chunkingVersion }) => {
          return { key, contentHash, root, path, chunkingVersion };
        }),
    takes: () => true,
    isIndexed: async (record) => (version()?.files ?? []).some((file) => isSameRecord(file, record)),
    apply: async (changes) => commit(changed(version(), changes)),
    counts: async () => ({ articles: articles().length, passages: passagesOf(version()).length }),
    finish: async () => null,
    close: async () => close(),
  };
}

function isSameRecord(a: SourceFileRecord, b: SourceFileRecord): boolean {
  return (['root', 'path', 'sha256', 'readingVersion', 'chunkingVersion'] as const).every(
    (field) => a[field] === b[field],
  );
}

function changed(version: Version | null, changes: readonly IndexChange[]): Changed {
  const articles = new Map(version?.articles);
  let files = version?.files ?? [];
  let calibration = version?.calibration ?? null;
  const forget = (path: string | undefined) => {
    files = files.filter((file) => file.path !== path);
  };
  for (const change of changes) {
    if (change.kind === 'put') {
      const { article, path } = change.article;
      const before = articles.get(article.key);
      if (before?.path !== path) forget(before?.path);
      articles.set(article.key, change.article);
    } else if (change.kind === 'remove') {
      forget(articles.get(change.key)?.path);
      articles.delete(change.key);
    } else if (change.kind === 'move') {
      const before = articles.get(change.key)!;
      if (before.path !== change.to.path) forget(before.path);
      articles.set(change.key, { ...before, ...change.to });
    } else if (change.kind === 'saveFile') {
      files = [
        ...files.filter(({ path, root }) => path !== change.file.path || root !== change.file.root),
        change.file,
      ];
    } else if (change.kind === 'calibrate') calibration = change.calibration;
    else forget(change.path);
  }
  return { articles, files, calibration };
}

interface Place {
  readonly stored: NewArticle;
  readonly ordinal: number;
  readonly key: string;
  readonly start: number;
}

function passagesOf(version: Version | null): Place[] {
  const keys = [...(version?.articles.keys() ?? [])].sort();
  return keys.flatMap((key) => {
    const stored = version!.articles.get(key)!;
    return stored.passages.map(({ start }, ordinal) => ({ stored, ordinal, key, start }));
  });
}

function searcherOf(version: Version | null): Searcher {
  const places = passagesOf(version);
  const article = (key: string): StoredArticle | null => {
    const stored = version?.articles.get(key);
    return stored ? { ...stored.article, duplicates: duplicatesOf(stored, version) } : null;
  };
  const passage = ({ stored, ordinal, key }: Place): StoredPassage => {
    const { start, end } = stored.passages[ordinal]!;
    return {
      articleKey: key,
      start,
      end,
      text: stored.article.text.slice(start, end),
      article: article(key)!,
    };
  };
  const placeAt = ({ articleKey, start }: PassagePlace): Place | undefined =>
    places.find((one) => one.key === articleKey && one.start === start);
  const vectorOf = (place: Place | undefined) => place?.stored.vectors[place.ordinal] ?? null;
  const passing = (filter: ArticleFilter | undefined): NewArticle[] =>
    [...(version?.articles.values() ?? [])].filter((stored) => passes(stored, filter));
  return {
    version: async () => String(version?.number ?? 0),
    candidates: async (query) => candidatesOf(places, query, version),
    passagesAt: async (wanted) =>
      wanted.map((one) => {
        const place = placeAt(one);
        return place ? passage(place) : null;
      }),
    articlesByKey: async (keys) => keys.map(article),
    articles: async (request) => {
      const { filter, query, orderBy = 'KEY' } = request;
      const matches = listedTextPredicate(query) ?? (() => true);
      const list = passing(filter)
        .filter((stored) => matches(listedText(stored.article)))
        .map((stored) => ({ position: listPosition(stored.article, orderBy) }))
        .sort((a, b) => compareListPositions(a.position, b.position, orderBy));
      const { items, ...page } = cutListPage(list, request);
      return {
        ...page,
        items: items.map(({ cursor, item }) => ({ cursor, item: article(item.position.key)! })),
      };
    },
    countArticles: async (filter) => passing(filter).length,
    facets: async (filter) => countFacets(passing(filter).map((stored) => stored.article)),
    passages: async (keys, page) => {
      if (page.after !== undefined && !/^\d+$/.test(page.after)) {
        throw new FootnoteError('INVALID_CURSOR', `"${page.after}" is no place in an article.`);
      }
      const after = page.after === undefined ? -1 : Number(page.after);
      return keys.map((key) => {
        if (!version?.articles.has(key)) return null;
        const items = places
          .filter((place) => place.key === key && place.start > after)
          .map((place) => ({ cursor: String(place.start), item: passage(place) }));
        return { items: items.slice(0, page.first), hasNextPage: items.length > page.first };
      });
    },
    vectorsAt: async (wanted) => wanted.map((one) => vectorOf(placeAt(one))),
    calibration: async () => version?.calibration ?? null,
    nearestWord: async (word) => {
      const stems = places.flatMap((place) => [...new Set(stemsOf(place))]);
      const counts = new Map<string, number>();
      for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      if (counts.has(stemOf(word))) return null;
      return nearestSpelling(
        stemOf(word),
        Array.from(counts, ([stem, passages]) => ({ stem, passages })),
      );
    },
    wordCounts: async (words) => ({
      passages: places.length,
      passagesWith: words.map(
        (word) => places.filter((place) => stemsOf(place).includes(stemOf(word))).length,
      ),
    }),
  };
}

function candidatesOf(places: readonly Place[], query: CandidateQuery, version: Version | null): Candidate[] {
  const allowed = places.filter(({ stored }) => passes(stored, query.filter));
  const lexical = bestOf(allowed, query, (place) => bm25(places, place, query.terms ?? [])).filter(
    ({ score }) => score > 0,
  );
  const { vector } = query;
  const cosine = ({ stored, ordinal }: Place) => dot(vector!, stored.vectors[ordinal]!);
  const semantic = vector ? bestOf(allowed, query, cosine) : [];
  const words = new Map(lexical.map(({ place, score }) => [place, score]));
  const found = new Set([...words.keys(), ...semantic.map(({ place }) => place)]);
  return [...found].map((place) => ({
    articleKey: place.key,
    start: place.start,
    lexical: words.get(place) ?? null,
    semantic: vector && cosine(place),
    duplicates: duplicatesOf(place.stored, version),
  }));
}

/** The sort is stable, and places come in order of key and start: so do those that tie. */
function bestOf(places: readonly Place[], { limit }: CandidateQuery, scoreOf: (place: Place) => number) {
  return places
    .map((place) => ({ place, score: scoreOf(place) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** As SQLite's FTS5 defines it (https://sqlite.org/fts5.html, "The bm25() function"), but for k1: 0.6; b is 0.75. */
function bm25(places: readonly Place[], place: Place, terms: readonly string[]): number {
  const texts = places.map(stemsOf);
  const average = texts.reduce((sum, stems) => sum + stems.length, 0) / texts.length;
  const stems = stemsOf(place);
  return terms
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .map((term) => stemsIn(term))
    .filter((phrase) => phrase.length === 1)
    .reduce((sum, [stem]) => {
      const holding = texts.filter((text) => text.includes(stem!)).length;
      const rarity = Math.max(Math.log((texts.length - holding + 0.5) / (holding + 0.5)), 1e-6);
      const frequency = stems.filter((one) => one === stem).length;
      return sum + (rarity * frequency * 1.6) / (frequency + 0.6 * (0.25 + (0.75 * stems.length) / average));
    }, 0);
}

function stemsOf({ stored: { article, passages }, ordinal }: Place): string[] {
  const { start, end } = passages[ordinal]!;
  return stemsIn(`${articleHeading(article)}\n${article.text.slice(start, end)}`);
}

function stemsIn(text: string): string[] {
  return searchTerms(text).map(({ term }) => stemOf(term));
}

function stemOf(word: string): string {
  return stemmer(word.toLowerCase());
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

function duplicatesOf(stored: NewArticle, version: Version | null): string[] {
  const signature = minHashSignature(stored.article.text);
  return [...(version?.articles.values() ?? [])]
    .filter((other) => other !== stored && nearDuplicate(signature, minHashSignature(other.article.text)))
    .filter((other) => tellSameStory(stored.article.text, other.article.text))
    .map((other) => other.article.key)
    .sort();
}

function passes({ article }: NewArticle, filter: ArticleFilter = {}): boolean {
  const { sources, authors, publishedFrom, publishedTo, languages } = filter;
  const date = article.publishedAt;
  const isAny = (wanted: readonly string[], given: readonly string[]) =>
    wanted.some((one) => given.some((other) => foldText(one) === foldText(other)));
  const tags =
    article.language?.split('-').map((_, index, parts) => parts.slice(0, index + 1).join('-')) ?? [];
  return (
    (!sources || isAny(sources, article.source === null ? [] : [article.source])) &&
    (!authors || isAny(authors, article.authors)) &&
    (!languages || isAny(languages, tags)) &&
    (publishedFrom === undefined || (date !== null && date >= publishedFrom)) &&
    (publishedTo === undefined || (date !== null && date <= publishedTo))
  );
}
