import { bandKeys, nearDuplicate, tellSameStory } from '@footnote/core';
import weaviate, { Filters } from 'weaviate-client';
import { decodeSignature, type IndexedArticle, readArticle } from '../storage/article-object.ts';
import { checksumOf } from '../storage/checksum.ts';
import { articleId, nearDuplicateId } from '../storage/object-ids.ts';
import { MOST_RESULTS, type NewObject, type ObjectStore } from '../storage/object-store.ts';

/**
 * Brings the pairs of near-identical articles in line with these, which are in the index. Each pair is two objects, one
 * for each direction; of two writers that put the two articles of a pair at once, at least the later one sees both.
 */
export async function pairNearDuplicates(
  store: ObjectStore,
  articles: readonly IndexedArticle[],
): Promise<void> {
  if (articles.length === 0) return;
  const [known, pairs] = await Promise.all([knownPairs(store, articles), findPairs(store, articles)]);
  const wanted = new Set(pairs.map(({ id }) => id));
  await store.put('nearDuplicates', pairs);
  await store.delete(
    'nearDuplicates',
    known.filter((id) => !wanted.has(id)),
  );
}

/** Takes out all pairs of articles that are no more. */
export async function unpair(store: ObjectStore, keys: readonly string[]): Promise<void> {
  await store.delete('nearDuplicates', await pairsOf(store, keys.map(articleId)));
}

async function knownPairs(store: ObjectStore, articles: readonly IndexedArticle[]): Promise<string[]> {
  return pairsOf(
    store,
    articles.map(({ article }) => articleId(article.key)),
  );
}

async function pairsOf(store: ObjectStore, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const any = (property: string) => weaviate.filter.byProperty(property).containsAny([...ids]);
  const filters = Filters.or(any('article'), any('other'));
  const pairs = await store.fetch('nearDuplicates', {
    filters,
    limit: MOST_RESULTS,
    properties: ['article'],
  });
  return pairs.map(({ id }) => id);
}

async function findPairs(
  store: ObjectStore,
  articles: readonly IndexedArticle[],
): Promise<NewObject<'nearDuplicates'>[]> {
  const bands = [...new Set(articles.flatMap(({ signature }) => bandKeys(signature)))];
  const filters = weaviate.filter.byProperty('bands').containsAny(bands);
  const candidates = await store.fetch('articles', {
    filters,
    limit: MOST_RESULTS,
    properties: ['signature'],
  });
  const near = candidates.filter(({ id, properties }) => {
    const signature = decodeSignature(properties.signature);
    return articles.some(
      (each) => articleId(each.article.key) !== id && nearDuplicate(each.signature, signature),
    );
  });
  const objects = await store.byIds(
    'articles',
    near.map(({ id }) => id),
  );
  const others = [...objects.values()].map((object) => readArticle(object, store.cluster.location));
  return articles.flatMap((one) =>
    others
      .filter((other) => isPair(one, other))
      .flatMap((other) => [pairObject(one, other), pairObject(other, one)]),
  );
}

function isPair(one: IndexedArticle, other: IndexedArticle): boolean {
  return (
    one.article.key !== other.article.key &&
    nearDuplicate(one.signature, other.signature) &&
    tellSameStory(one.article.text, other.article.text)
  );
}

function pairObject(
  { article: { key } }: IndexedArticle,
  other: IndexedArticle,
): NewObject<'nearDuplicates'> {
  const otherKey = other.article.key;
  const ids = { article: articleId(key), other: articleId(otherKey) };
  const checksum = checksumOf([ids.article, ids.other, otherKey]);
  return { id: nearDuplicateId(key, otherKey), properties: { ...ids, otherKey, checksum } };
}
