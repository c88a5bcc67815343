import type { PassagePlace } from '@footnote/index';
import weaviate, { type Collection, Filters, type FilterValue, type WeaviateObject } from 'weaviate-client';
import type { Cluster } from '../cluster/cluster.ts';
import {
  type CollectionKind,
  collectionName,
  type PassageProperties,
  type PropertiesOf,
} from './collections.ts';
import { readWordMatch, type WordMatch } from './word-match.ts';

/** An object as it is read: a property without a value is absent. */
export interface StoredObject<Kind extends CollectionKind> {
  readonly id: string;
  readonly properties: PropertiesOf[Kind];
  /** Where it was asked for. */
  readonly vector: Float32Array | null;
}

export interface PassageByWords {
  readonly id: string;
  readonly score: number;
  readonly match: WordMatch;
}

export interface PassageByMeaning {
  readonly id: string;
  readonly score: number;
  readonly place: PassagePlace;
}

export interface NewObject<Kind extends CollectionKind> {
  readonly id: string;
  readonly properties: PropertiesOf[Kind];
  readonly vector?: Float32Array;
}

export interface FetchOptions<Kind extends CollectionKind> {
  readonly limit: number;
  readonly filters?: FilterValue | undefined;
  /** All when absent. */
  readonly properties?: readonly (keyof PropertiesOf[Kind] & string)[] | undefined;
  readonly sort?: readonly {
    readonly property: keyof PropertiesOf[Kind] & string;
    readonly isAscending: boolean;
  }[];
  /** In order of id, beginning after this one; no filters and no sort then. */
  readonly after?: string | undefined;
  readonly withVector?: boolean;
}

export interface SearchOptions {
  readonly limit: number;
  readonly filters?: FilterValue | undefined;
}

/** Most results that a cluster gives at once, unless it is told otherwise. */
export const MOST_RESULTS = 10_000;
/** Objects that are written at once: with vectors, about a megabyte. */
const BATCH = 256;
/** Objects that are deleted at once, each by a request of its own, as only that reaches every replica. */
const DELETIONS = 16;

/** As HTTP has it. */
interface RawObject {
  readonly properties: unknown;
  readonly vector?: readonly number[];
}

/** What became of an object of a batch, as HTTP has it. */
interface BatchResult {
  readonly result?: { readonly errors?: unknown };
}

/** Its properties are typed here, by `PropertiesOf`. */
type UntypedCollection = Collection<undefined, string, undefined>;

/**
 * Reads and writes objects of one index. Writes are done once most replicas have them, and what is read by its id is the
 * newest that most replicas know, so that one of three may be away. Searches ask one replica: they only point at places,
 * and what stands there is read by its id.
 */
export class ObjectStore {
  readonly #cluster: Cluster;
  readonly #index: string;

  constructor(cluster: Cluster, index: string) {
    this.#cluster = cluster;
    this.#index = index;
  }

  get cluster(): Cluster {
    return this.#cluster;
  }

  /** Puts objects in the place of those of the same ids. */
  async put<Kind extends CollectionKind>(kind: Kind, objects: readonly NewObject<Kind>[]): Promise<void> {
    for (let from = 0; from < objects.length; from += BATCH) {
      const batch = objects.slice(from, from + BATCH).map(({ id, properties, vector }) => ({
        class: collectionName(this.#index, kind),
        id,
        properties,
        ...(vector && { vector: [...vector] }),
      }));
      await this.#cluster.request(async ({ http }) => {
        const results = await http('/batch/objects?consistency_level=QUORUM', { objects: batch });
        const failed = (results as BatchResult[]).find(({ result }) => result?.errors);
        if (failed) throw new Error(`objects were not taken: ${JSON.stringify(failed.result?.errors)}`);
      });
    }
  }

  /** The object as most replicas have it; null where there is none, or no such index. */
  async byId<Kind extends CollectionKind>(kind: Kind, id: string): Promise<StoredObject<Kind> | null> {
    const path = `/objects/${collectionName(this.#index, kind)}/${id}?include=vector&consistency_level=QUORUM`;
    return this.#cluster.request(async ({ http }) => {
      const object = (await http(path)) as RawObject | null;
      if (!object) return null;
      const vector = object.vector ? Float32Array.from(object.vector) : null;
      return { id, properties: object.properties as PropertiesOf[Kind], vector };
    });
  }

  /**
   * The objects of these ids that there are. Whatever one replica lacks is asked for by itself: that replica may have been
   * away when it was written.
   */
  async byIds<Kind extends CollectionKind>(
    kind: Kind,
    ids: readonly string[],
    options: Pick<FetchOptions<Kind>, 'properties' | 'withVector'> = {},
  ): Promise<Map<string, StoredObject<Kind>>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const filters = weaviate.filter.byId().containsAny(wanted);
    const found = await this.#fetch(kind, { ...options, filters, limit: wanted.length }, 'QUORUM');
    const objects = new Map(found.map((object) => [object.id, object]));
    const missing = wanted.filter((id) => !objects.has(id));
    for (const object of await Promise.all(missing.map((id) => this.byId(kind, id)))) {
      if (object) objects.set(object.id, object);
    }
    return objects;
  }

  async fetch<Kind extends CollectionKind>(
    kind: Kind,
    options: FetchOptions<Kind>,
  ): Promise<StoredObject<Kind>[]> {
    return this.#fetch(kind, options, 'ONE');
  }

  /** The passages that hold the most of the stems, best first, as the cluster's BM25 has it; each stem comes once. */
  async passagesByWords(
    stems: readonly string[],
    { limit, filters }: SearchOptions,
  ): Promise<PassageByWords[]> {
    return this.#request('passages', 'ONE', async ({ collection }) => {
      const { objects } = await collection.query.bm25(stems.join(' '), {
        queryProperties: ['stems'],
        // For any one of them it reads all: as dear as everything else that it does.
        returnProperties: [],
        returnMetadata: ['score', 'explainScore'],
        limit,
        ...(filters && { filters }),
      });
      return objects.map(({ uuid, metadata }) => {
        return { id: uuid, score: metadata?.score ?? 0, match: readWordMatch(metadata?.explainScore) };
      });
    });
  }

  /** The passages nearest to a vector, the nearest first; the score is the cosine. */
  async passagesByMeaning(
    vector: Float32Array,
    { limit, filters }: SearchOptions,
  ): Promise<PassageByMeaning[]> {
    return this.#request('passages', 'ONE', async ({ collection }) => {
      const { objects } = await collection.query.nearVector([...vector], {
        returnProperties: ['articleKey', 'start'],
        returnMetadata: ['distance'],
        limit,
        ...(filters && { filters }),
      });
      return objects.map(({ uuid, properties, metadata }) => {
        const { articleKey, start } = properties as unknown as PassageProperties;
        return { id: uuid, score: -(metadata?.distance ?? 0), place: { articleKey, start } };
      });
    });
  }

  async count(kind: CollectionKind, filters?: FilterValue | null): Promise<number> {
    return this.#request(kind, 'ONE', async ({ collection }) => {
      const { totalCount } = await collection.aggregate.overAll(filters ? { filters } : {});
      return totalCount;
    });
  }

  /** How many objects have each value of a property. */
  async countValues<Kind extends CollectionKind>(
    kind: Kind,
    property: keyof PropertiesOf[Kind] & string,
    filters: FilterValue | null,
  ): Promise<{ readonly value: string; readonly count: number }[]> {
    return this.#request(kind, 'ONE', async ({ collection }) => {
      const groups = await collection.aggregate.groupBy.overAll({
        groupBy: { property: property as never, limit: MOST_RESULTS },
        ...(filters && { filters }),
      });
      return groups.map(({ groupedBy, totalCount }) => ({
        value: String(groupedBy.value),
        count: totalCount,
      }));
    });
  }

  /** Deletes objects, those that are there no more included. */
  async delete(kind: CollectionKind, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += DELETIONS) {
      await Promise.all(
        ids
          .slice(from, from + DELETIONS)
          .map((id) => this.#request(kind, 'QUORUM', ({ collection }) => collection.data.deleteById(id))),
      );
    }
  }

  async #fetch<Kind extends CollectionKind>(
    kind: Kind,
    { limit, filters, properties, sort, after, withVector }: FetchOptions<Kind>,
    consistency: 'ONE' | 'QUORUM',
  ): Promise<StoredObject<Kind>[]> {
    return this.#request(kind, consistency, async ({ collection }) => {
      const { objects } = await collection.query.fetchObjects({
        limit,
        ...(filters && { filters: sort ? uncut(filters) : filters }),
        ...(after !== undefined && { after }),
        ...(sort && { sort: sorted(collection, sort) }),
        ...(properties && { returnProperties: [...properties] }),
        ...(withVector && { includeVector: true }),
      });
      return objects.map((object) => toStored(kind, object));
    });
  }

  async #request<T>(
    kind: CollectionKind,
    consistency: 'ONE' | 'QUORUM',
    use: (parts: { readonly collection: UntypedCollection }) => Promise<T>,
  ): Promise<T> {
    return this.#cluster.request(({ grpc }) => {
      const collection = grpc.collections.use(collectionName(this.#index, kind));
      return use({ collection: collection.withConsistency(consistency) });
    });
  }
}

function toStored<Kind extends CollectionKind>(
  _kind: Kind,
  { uuid, properties, vectors }: WeaviateObject<undefined, undefined>,
): StoredObject<Kind> {
  const vector = vectors.default as number[] | undefined;
  return {
    id: uuid,
    properties: properties as unknown as PropertiesOf[Kind],
    vector: vector ? Float32Array.from(vector) : null,
  };
}

/**
 * Weaviate 1.35 reads no more objects for a filter that stands alone than the limit allows, and sorts only those; one of
 * two it reads to the end.
 */
function uncut(filters: FilterValue): FilterValue {
  return Filters.and(filters, filters);
}

function sorted(
  { sort }: UntypedCollection,
  [first, ...others]: readonly { readonly property: string; readonly isAscending: boolean }[],
) {
  const sorting = sort.byProperty(first!.property as never, first!.isAscending);
  return others.reduce((all, each) => all.byProperty(each.property as never, each.isAscending), sorting);
}
