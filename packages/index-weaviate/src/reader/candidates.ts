import type { Candidate, CandidateQuery } from '@footnote/index';
import weaviate, { type FilterValue } from 'weaviate-client';
import { indexDamaged } from '../cluster/cluster-errors.ts';
import { checksumOf } from '../storage/checksum.ts';
import { articleId } from '../storage/object-ids.ts';
import {
  MOST_RESULTS,
  type ObjectStore,
  type SearchOptions,
  type StoredObject,
} from '../storage/object-store.ts';
import { queryStems } from '../storage/search-text.ts';
import { allOf, articleFilters, passesNone } from './article-filters.ts';
import type { WordScores } from './word-scores.ts';

/** Read beyond the limit, so that of those that tie with the last one the right ones are taken. */
const SPARE = 32;

export interface CandidateParts {
  readonly store: ObjectStore;
  readonly words: WordScores;
}

type Ranked = StoredObject<'passages'>;
type Search = (options: SearchOptions) => Promise<Ranked[]>;

/** The best of both rankings of the cluster, each with its cosine and what its article is near-identical to. */
export async function findCandidates(
  { store, words }: CandidateParts,
  query: CandidateQuery,
): Promise<readonly Candidate[]> {
  if (passesNone(query.filter)) return [];
  const filters = articleFilters(query.filter);
  const stems = queryStems(query.terms ?? []);
  const { vector, limit } = query;
  const [byWords, byMeaning] = await Promise.all([
    stems.length > 0 ? bestByWords({ store, words }, stems, { limit, filters }) : [],
    vector ? bestByMeaning(store, vector, { limit, filters }) : [],
  ]);
  const places = new Map([...byWords, ...byMeaning].map((object) => [object.id, object.properties]));
  const lexical = scoresById(byWords);
  const [semantic, duplicates] = await Promise.all([
    vector ? withMissingCosines(store, { vector, byWords, byMeaning }) : null,
    nearDuplicates(store, [...new Set([...places.values()].map(({ articleKey }) => articleKey))]),
  ]);
  return [...places].map(([id, { articleKey, start }]) => ({
    articleKey,
    start,
    lexical: lexical.get(id) ?? null,
    semantic: semantic?.get(id) ?? null,
    duplicates: duplicates.get(articleId(articleKey)) ?? [],
  }));
}

interface Wanted {
  readonly limit: number;
  readonly filters: FilterValue | null;
}

async function bestByWords(
  { store, words }: CandidateParts,
  stems: readonly string[],
  wanted: Wanted,
): Promise<Ranked[]> {
  const [found, score] = await Promise.all([
    findBeyond((options) => store.passagesByWords(stems, options), wanted),
    words.scorer(stems),
  ]);
  const scored = found.map((one) => ({ ...one, score: score(one.properties.stems) }));
  return scored.sort(compareRanked).slice(0, wanted.limit);
}

async function bestByMeaning(store: ObjectStore, vector: Float32Array, wanted: Wanted): Promise<Ranked[]> {
  const found = await findBeyond((options) => store.passagesByMeaning(vector, options), wanted);
  return found.sort(compareRanked).slice(0, wanted.limit);
}

/** A ranking somewhat beyond its limit, and as far as it ties there: which of those that tie the cluster finds is chance. */
async function findBeyond(search: Search, { limit, filters }: Wanted): Promise<Ranked[]> {
  for (let depth = limit + SPARE; ; depth = Math.min(depth * 4, MOST_RESULTS)) {
    const found = await search({ limit: depth, filters: filters ?? undefined });
    const isCutInTie = found.length === depth && found[limit - 1]?.score === found.at(-1)?.score;
    if (!isCutInTie || depth === MOST_RESULTS) return found;
  }
}

function compareRanked(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score! - a.score!;
  const { articleKey, start } = a.properties;
  if (articleKey !== b.properties.articleKey) return articleKey < b.properties.articleKey ? -1 : 1;
  return start - b.properties.start;
}

function scoresById(ranked: readonly Ranked[]): Map<string, number> {
  return new Map(ranked.map(({ id, score }) => [id, score!]));
}

/** Without a cosine, fusion would take a passage that was found by its words only for the least similar. */
async function withMissingCosines(
  store: ObjectStore,
  {
    vector,
    byWords,
    byMeaning,
  }: { vector: Float32Array; byWords: readonly Ranked[]; byMeaning: readonly Ranked[] },
): Promise<Map<string, number>> {
  const cosines = scoresById(byMeaning);
  const missing = byWords.map(({ id }) => id).filter((id) => !cosines.has(id));
  if (missing.length === 0) return cosines;
  const filters = weaviate.filter.byId().containsAny(missing);
  for (const { id, score } of await store.passagesByMeaning(vector, { filters, limit: missing.length })) {
    cosines.set(id, score!);
  }
  return cosines;
}

/** Keys of what is near-identical to the articles of these keys, in order, by the articles' ids; most have none. */
export async function nearDuplicates(
  store: ObjectStore,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (keys.length === 0) return new Map();
  const filters = allOf([weaviate.filter.byProperty('article').containsAny(keys.map(articleId))])!;
  const pairs = await store.fetch('nearDuplicates', { filters, limit: MOST_RESULTS });
  const others = new Map<string, string[]>();
  for (const { properties } of pairs) {
    const { article, other, otherKey, checksum } = properties;
    if (checksumOf([article, other, otherKey]) !== checksum) {
      throw indexDamaged(
        store.cluster.location,
        `the checksum of a pair of near-identical articles does not match`,
      );
    }
    others.set(article, [...(others.get(article) ?? []), otherKey]);
  }
  for (const found of others.values()) found.sort();
  return others;
}
