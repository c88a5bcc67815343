import type { Candidate, CandidateQuery, PassagePlace } from '@footnote/index';
import weaviate, { type FilterValue } from 'weaviate-client';
import { indexDamaged } from '../cluster/cluster-errors.ts';
import { checksumOf } from '../storage/checksum.ts';
import { articleId } from '../storage/object-ids.ts';
import { MOST_RESULTS, type ObjectStore, type SearchOptions } from '../storage/object-store.ts';
import { queryStems } from '../storage/search-text.ts';
import { articleFilters, passesNone } from './article-filters.ts';
import type { WordStatistics } from './word-statistics.ts';

/** Read beyond the limit, so that of those that tie with the last one the right ones are taken. */
const SPARE = 32;

export interface CandidateParts {
  readonly store: ObjectStore;
  readonly words: WordStatistics;
}

interface Wanted {
  readonly limit: number;
  readonly filters: FilterValue | null;
}

interface Scored {
  readonly id: string;
  readonly score: number;
}

/** A passage as a ranking has it. */
interface Ranked extends Scored {
  readonly place: PassagePlace;
}

/** What is known of a passage besides its place in a ranking by words. */
interface Found {
  readonly place: PassagePlace;
  /** Null where nothing is ranked by meaning. */
  readonly cosine: number | null;
}

/** The best of both rankings of the cluster, each with its cosine and what its article is near-identical to. */
export async function findCandidates(
  { store, words }: CandidateParts,
  query: CandidateQuery,
): Promise<readonly Candidate[]> {
  if (passesNone(query.filter)) return [];
  const stems = [...new Set(queryStems(query.terms ?? []))];
  const { vector, limit } = query;
  const wanted = { limit, filters: articleFilters(query.filter) };
  const [scored, byMeaning] = await Promise.all([
    stems.length > 0 ? scoredByWords({ store, words }, stems, wanted) : [],
    vector ? bestByMeaning(store, vector, wanted) : [],
  ]);
  const found = new Map<string, Found>(
    byMeaning.map(({ id, place, score }) => [id, { place, cosine: score }]),
  );
  const unknown = scored.map(({ id }) => id).filter((id) => !found.has(id));
  for (const [id, one] of await findById(store, unknown, vector)) found.set(id, one);
  const lexical = lexicalScores(scored, { found, limit });
  const ids = [...new Set([...lexical.keys(), ...byMeaning.map(({ id }) => id)])];
  const keys = ids.map((id) => found.get(id)!.place.articleKey);
  const duplicates = await nearDuplicates(store, [...new Set(keys)]);
  return ids.map((id) => {
    const { place, cosine } = found.get(id)!;
    return {
      ...place,
      lexical: lexical.get(id) ?? null,
      semantic: cosine,
      duplicates: duplicates.get(place.articleKey) ?? [],
    };
  });
}

/** The best by words, and what ties with the last of them, best first. */
async function scoredByWords(
  { store, words }: CandidateParts,
  stems: readonly string[],
  wanted: Wanted,
): Promise<Scored[]> {
  const [found, score] = await Promise.all([
    findBeyond((options) => store.passagesByWords(stems, options), wanted),
    words.scorer(stems),
  ]);
  const scored = found
    .map(({ id, match }) => ({ id, score: score(match) }))
    .sort((a, b) => b.score - a.score);
  const last = scored[wanted.limit - 1]?.score ?? Number.NEGATIVE_INFINITY;
  return scored.filter((one) => one.score >= last);
}

async function bestByMeaning(store: ObjectStore, vector: Float32Array, wanted: Wanted): Promise<Ranked[]> {
  const found = await findBeyond((options) => store.passagesByMeaning(vector, options), wanted);
  return found.sort(compareRanked).slice(0, wanted.limit);
}

/** A ranking somewhat beyond its limit, and as far as it ties there: which of those that tie the cluster finds is chance. */
async function findBeyond<One extends Scored>(
  search: (options: SearchOptions) => Promise<One[]>,
  { limit, filters }: Wanted,
): Promise<One[]> {
  for (let depth = limit + SPARE; ; depth = Math.min(depth * 4, MOST_RESULTS)) {
    const found = await search({ limit: depth, filters: filters ?? undefined });
    const isCutInTie = found.length === depth && found[limit - 1]?.score === found.at(-1)?.score;
    if (!isCutInTie || depth === MOST_RESULTS) return found;
  }
}

/**
 * Places of passages that were found by their words only, and their cosines: without one, fusion would take a passage for
 * the least similar. A node that was killed may lack vectors in its graph that its objects have.
 */
async function findById(
  store: ObjectStore,
  ids: readonly string[],
  vector: Float32Array | null,
): Promise<ReadonlyMap<string, Found>> {
  const byId = (some: readonly string[]) => {
    return { filters: weaviate.filter.byId().containsAny([...some]), limit: some.length };
  };
  const near = vector && ids.length > 0 ? await store.passagesByMeaning(vector, byId(ids)) : [];
  const found = new Map<string, Found>(near.map(({ id, place, score }) => [id, { place, cosine: score }]));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  const properties = ['articleKey', 'start'] as const;
  const options = { ...byId(missing), properties, withVector: vector !== null };
  for (const object of await store.fetch('passages', options)) {
    const { articleKey, start } = object.properties;
    const cosine = vector && object.vector && dotProduct(vector, object.vector);
    found.set(object.id, { place: { articleKey, start }, cosine });
  }
  return found;
}

/** Of unit vectors, their cosine. */
function dotProduct(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

/** By id, of as many as wanted. What is not found any more was taken out of the index meanwhile. */
function lexicalScores(
  scored: readonly Scored[],
  { found, limit }: { found: ReadonlyMap<string, Found>; limit: number },
): Map<string, number> {
  const ranked = scored.flatMap((one) => {
    const place = found.get(one.id)?.place;
    return place ? [{ ...one, place }] : [];
  });
  const best = ranked.sort(compareRanked).slice(0, limit);
  return new Map(best.map(({ id, score }) => [id, score]));
}

function compareRanked(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.place.articleKey !== b.place.articleKey) return a.place.articleKey < b.place.articleKey ? -1 : 1;
  return a.place.start - b.place.start;
}

/** Keys of what is near-identical to the articles of these keys, in order; most have none, and are left out. */
export async function nearDuplicates(
  store: ObjectStore,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (keys.length === 0) return new Map();
  const keyOf = new Map(keys.map((key) => [articleId(key), key]));
  const filters = weaviate.filter.byProperty('article').containsAny([...keyOf.keys()]);
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
    const key = keyOf.get(article)!;
    others.set(key, [...(others.get(key) ?? []), otherKey]);
  }
  for (const found of others.values()) found.sort();
  return others;
}
