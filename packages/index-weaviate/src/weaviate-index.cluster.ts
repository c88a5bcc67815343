import type { IndexEngine } from '@footnote/index';
import {
  describeIndexContract,
  direction,
  MADE_UP_MODEL,
  madeUpArticle,
  memoryIndex,
} from '@footnote/index/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { Cluster, dropIndex, ObjectStore, Records, testLocation } from './testing/index.ts';
import { weaviateIndex } from './weaviate-index.ts';

let number = 0;
const names: string[] = [];

/** An index of the test's own; those with one shard score all passages by the same numbers. */
function open(settings: Record<string, string> = { shards: '1' }) {
  number += 1;
  const name = `test_${process.pid}_${number}`;
  names.push(name);
  return testLocation(name, settings);
}

afterEach(async () => {
  for (const name of names.splice(0)) await dropIndex(testLocation(name));
});

describeIndexContract('an index in a cluster', async () => ({
  engine: weaviateIndex(open()),
  dispose: async () => {},
}));

const TEXTS = [
  'The river rose in the night. The mayor closed the bridge. Rain fell on the coast.',
  'The bakery sells rye bread. It opens at six. The mayor likes rye.',
  'A train left for the coast. The bridge was closed. Nobody was hurt.',
];
const ARTICLES = TEXTS.map((text, index) =>
  madeUpArticle(`article ${index}`, text, { vectors: [1, 2, 3].map((n) => direction(n, index, 1)) }),
);

async function write(engine: IndexEngine, articles = ARTICLES): Promise<void> {
  const writer = await engine.openWriter({ model: MADE_UP_MODEL });
  await writer.apply(articles.map((article) => ({ kind: 'put', article })));
  await writer.close();
}

describe('an index over several shards', () => {
  it('finds what the reference finds, with the same scores', async () => {
    const query = { terms: ['mayor', 'bridges'], vector: direction(1, 2, 3), limit: 20 };
    const [actual, expected] = await Promise.all(
      [weaviateIndex(open({ shards: '3' })), memoryIndex()].map(async (engine) => {
        await write(engine);
        const reader = await engine.openReader();
        const found = await reader.withSearcher((searcher) => searcher.candidates(query));
        await reader.close();
        return new Map(found.map((one) => [`${one.articleKey} ${one.start}`, one]));
      }),
    );
    expect([...actual!.keys()].sort()).toEqual([...expected!.keys()].sort());
    for (const [place, { semantic, lexical }] of expected!) {
      expect(actual!.get(place)?.semantic).toBeCloseTo(semantic!, 5);
      if (lexical === null) expect(actual!.get(place)?.lexical).toBeNull();
      else expect(actual!.get(place)?.lexical).toBeCloseTo(lexical, 6);
    }
  });
});

describe('shares', () => {
  it('are written at once, each its own articles, and each article by one of them', async () => {
    const engine = weaviateIndex(open());
    const articles = Array.from({ length: 20 }, (_, index) =>
      madeUpArticle(`key ${index}`, `Text ${index}.`),
    );
    const writers = await Promise.all(
      [1, 2].map((part) => engine.openWriter({ model: MADE_UP_MODEL, share: { part, of: 2 } })),
    );
    for (const writer of writers) {
      const own = articles.filter(({ article }) => writer.takes(article.key));
      await writer.apply(own.map((article) => ({ kind: 'put', article })));
      expect((await writer.entries()).map(({ key }) => key).sort()).toEqual(
        own.map((one) => one.article.key).sort(),
      );
    }
    expect(await writers[0]!.counts()).toEqual({ articles: 20, passages: 20 });
    await expect(engine.openWriter()).rejects.toMatchObject({ code: 'INDEX_LOCKED' });
    await expect(engine.openWriter({ share: { part: 1, of: 3 } })).rejects.toMatchObject({
      code: 'INDEX_LOCKED',
    });
    await Promise.all(writers.map((writer) => writer.close()));
    await (await engine.openWriter()).close();
  });
});

describe('an index of a newer format', () => {
  it('is neither read nor written, and verifying says why', async () => {
    const location = open();
    const engine = weaviateIndex(location);
    await write(engine);
    const cluster = new Cluster(location, undefined);
    const records = new Records(new ObjectStore(cluster, location.name));
    const manifest = await records.read<object>('manifest', 'index');
    await records.write('manifest', 'index', { ...manifest, format: 2 });
    await cluster.close();
    const tooNew = { code: 'INDEX_FORMAT_TOO_NEW', message: expect.stringContaining('Use a newer Footnote') };
    await expect(engine.openReader()).rejects.toMatchObject(tooNew);
    await expect(engine.openWriter({ model: MADE_UP_MODEL })).rejects.toMatchObject(tooNew);
    expect((await engine.verify()).problems.map(({ code }) => code)).toEqual(['FORMAT_TOO_NEW']);
  });
});

describe('verifying', () => {
  async function tampered(change: (store: ObjectStore) => Promise<void>) {
    const location = open();
    const engine = weaviateIndex(location);
    await write(engine);
    expect(await engine.verify()).toEqual({ ok: true, problems: [] });
    const cluster = new Cluster(location, undefined);
    await change(new ObjectStore(cluster, location.name));
    await cluster.close();
    return { engine, codes: (await engine.verify()).problems.map(({ code }) => code) };
  }

  it('finds a text that was changed, which is never read as an article', async () => {
    const { engine, codes } = await tampered(async (store) => {
      const [object] = await store.fetch('articles', { limit: 1 });
      const { id, properties } = object!;
      await store.put('articles', [{ id, properties: { ...properties, text: `${properties.text} No.` } }]);
    });
    expect(codes).toContain('CHECKSUM');
    const reader = await engine.openReader();
    const keys = ARTICLES.map(({ article }) => article.key);
    await expect(reader.withSearcher((one) => one.articlesByKey(keys))).rejects.toMatchObject({
      code: 'INDEX_DAMAGED',
    });
    await reader.close();
  });

  it('finds a passage that is missing, and words that are not its own', async () => {
    const missing = await tampered(async (store) => {
      const [object] = await store.fetch('passages', { limit: 1 });
      await store.delete('passages', [object!.id]);
    });
    expect(missing.codes).toEqual(['MISSING', 'MISSING']);
    const other = await tampered(async (store) => {
      const [object] = await store.fetch('passages', { limit: 1, withVector: true });
      const properties = { ...object!.properties, stems: 'other' };
      await store.put('passages', [{ id: object!.id, properties, vector: object!.vector! }]);
    });
    expect(other.codes).toEqual(['CHECKSUM']);
  });

  it('finds a vector that is another', async () => {
    const { codes } = await tampered(async (store) => {
      const objects = await store.fetch('passages', { limit: 50, withVector: true });
      const vector = direction(0, 0, 0, 1);
      await store.put(
        'passages',
        objects.map(({ id, properties }) => ({ id, properties, vector })),
      );
    });
    expect(codes).toContain('VECTOR');
  });
});
