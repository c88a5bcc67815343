import type { WeaviateClient } from 'weaviate-client';

/**
 * An index is four collections: passages with their vectors, which searches rank; articles, whose texts are what is quoted;
 * pairs of near-identical articles; and records (manifest, files, writers, notes), each found by its id.
 */
export type CollectionKind = 'passages' | 'articles' | 'nearDuplicates' | 'records';

/** What an article is filtered by, folded (`foldText`); its passages carry it too. */
export type FilterProperties = {
  readonly source?: string;
  readonly authors: string[];
  /** The tag and all that it continues: `en`, `en-gb`. */
  readonly languages: string[];
  /** YYYYMMDD; none without a date. */
  readonly publishedOn?: number;
};

export type PassageProperties = FilterProperties & {
  readonly articleKey: string;
  readonly start: number;
  readonly end: number;
  /** Of the article that it was cut from (`articleVersion`). */
  readonly version: string;
  /** Stems of heading and text (`searchText`): what BM25 ranks. */
  readonly stems: string;
  /** Over all of the above that is not for filters. */
  readonly checksum: string;
  readonly vectorChecksum: string;
};

export type ArticleProperties = FilterProperties & {
  /** Every field of the article and where it came from, as JSON. */
  readonly fields: string;
  readonly text: string;
  /** JSON list of `[start, end]`. */
  readonly passages: string;
  /** MinHash of the text: 128 little-endian unsigned 32-bit numbers in base64. */
  readonly signature: string;
  /** Over the four above. */
  readonly checksum: string;
  /** What entries are read from. */
  readonly contentHash: string;
  readonly chunkingVersion: number;
  /** Near-identical articles share one. */
  readonly bands: number[];
  /** Positions in lists (`listing-order.ts`). */
  readonly byKey: string;
  readonly byTitle: string;
  readonly byNewest: number;
  readonly byOldest: number;
  /** What the query of a list is looked for in. */
  readonly listed: string;
  /** What is counted for facets, as written. */
  readonly sourceSpelling?: string;
  readonly authorSpellings: string[];
  readonly year?: number;
};

type NearDuplicateProperties = {
  /** Id of the article. */
  readonly article: string;
  readonly other: string;
  readonly otherKey: string;
  readonly checksum: string;
};

type RecordProperties = {
  readonly kind: string;
  readonly name: string;
  /** JSON. */
  readonly value: string;
  readonly checksum: string;
};

export interface PropertiesOf {
  readonly passages: PassageProperties;
  readonly articles: ArticleProperties;
  readonly nearDuplicates: NearDuplicateProperties;
  readonly records: RecordProperties;
}

const NAMES = {
  passages: 'Passages',
  articles: 'Articles',
  nearDuplicates: 'NearDuplicates',
  records: 'Records',
} as const satisfies Record<CollectionKind, string>;

export const COLLECTION_KINDS = Object.keys(NAMES) as CollectionKind[];

export function collectionName(index: string, kind: CollectionKind): string {
  return `Footnote_${index}_${NAMES[kind]}`;
}

interface PropertySchema {
  readonly name: string;
  readonly dataType: readonly string[];
  readonly tokenization?: 'field' | 'whitespace';
  readonly indexFilterable: boolean;
  readonly indexSearchable?: boolean;
  readonly indexRangeFilters?: boolean;
}

/** Kept, and never searched. */
const kept = (name: string, type = 'text'): PropertySchema => {
  const schema = { name, dataType: [type], indexFilterable: false };
  return type === 'text' || type === 'text[]' ? { ...schema, indexSearchable: false } : schema;
};
/** A text that a filter compares whole. */
const whole = (name: string, type: 'text' | 'text[]' = 'text'): PropertySchema => {
  return { name, dataType: [type], tokenization: 'field', indexFilterable: true, indexSearchable: false };
};
const filtered = (name: string, type: string): PropertySchema => ({
  name,
  dataType: [type],
  indexFilterable: true,
});
const ranged = (name: string): PropertySchema => ({ ...filtered(name, 'int'), indexRangeFilters: true });

const FILTERS = [
  whole('source'),
  whole('authors', 'text[]'),
  whole('languages', 'text[]'),
  ranged('publishedOn'),
];

const PROPERTIES: Readonly<Record<CollectionKind, readonly PropertySchema[]>> = {
  passages: [
    ...FILTERS,
    kept('articleKey'),
    kept('start', 'int'),
    kept('end', 'int'),
    kept('version'),
    {
      name: 'stems',
      dataType: ['text'],
      tokenization: 'whitespace',
      indexFilterable: true,
      indexSearchable: true,
    },
    kept('checksum'),
    kept('vectorChecksum'),
  ],
  articles: [
    ...FILTERS,
    ...['fields', 'text', 'passages', 'signature', 'checksum', 'contentHash'].map((name) => kept(name)),
    kept('chunkingVersion', 'int'),
    filtered('bands', 'int[]'),
    whole('byKey'),
    whole('byTitle'),
    ranged('byNewest'),
    ranged('byOldest'),
    whole('listed'),
    kept('sourceSpelling'),
    kept('authorSpellings', 'text[]'),
    kept('year', 'int'),
  ],
  nearDuplicates: [
    filtered('article', 'uuid'),
    filtered('other', 'uuid'),
    kept('otherKey'),
    kept('checksum'),
  ],
  records: [whole('kind'), kept('name'), kept('value'), kept('checksum')],
};

/**
 * How vectors are found. `dot` of unit vectors is their cosine, and leaves them as they are. Vectors are not quantized: a
 * passage's cosine is what the decision to answer rests on.
 */
const VECTOR_INDEX = { distance: 'dot', efConstruction: 128, maxConnections: 32, rq: { enabled: false } };

export interface CollectionOptions {
  readonly index: string;
  readonly replicas: number;
  /** Undefined: one a node. */
  readonly shards: number | undefined;
}

/** Makes the collections that are not there yet. */
export async function createCollections(
  client: WeaviateClient,
  { index, replicas, shards }: CollectionOptions,
): Promise<void> {
  for (const kind of COLLECTION_KINDS) {
    const name = collectionName(index, kind);
    if (await client.collections.exists(name)) continue;
    try {
      await client.collections.createFromSchema({
        class: name,
        vectorizer: 'none',
        vectorIndexType: 'hnsw',
        vectorIndexConfig: kind === 'passages' ? VECTOR_INDEX : { skip: true },
        invertedIndexConfig: { bm25: { k1: 0.6, b: 0.75 }, stopwords: { preset: 'none' } },
        // A node that was away catches up by itself, and does not bring back what was deleted meanwhile.
        replicationConfig: {
          factor: replicas,
          asyncEnabled: replicas > 1,
          deletionStrategy: 'TimeBasedResolution',
        },
        ...(shards && { shardingConfig: { desiredCount: shards } }),
        properties: PROPERTIES[kind].map((property) => ({ ...property, dataType: [...property.dataType] })),
      });
    } catch (error) {
      // Another writer was faster.
      if (!(await client.collections.exists(name))) throw error;
    }
  }
}
