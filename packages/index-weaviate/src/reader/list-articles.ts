import {
  type ArticleListRequest,
  type ArticleOrder,
  type ListPosition,
  listQueryWords,
  parseListCursor,
} from '@footnote/index';
import weaviate, { Filters, type FilterValue } from 'weaviate-client';
import { ARTICLE_PARTS } from '../storage/article-object.ts';
import { inHex, ORDER_PROPERTIES, orderValue, searchableInList } from '../storage/listing-order.ts';
import type { ObjectStore, StoredObject } from '../storage/object-store.ts';
import { allOf, articleFilters, passesNone } from './article-filters.ts';

export interface ListPart {
  readonly objects: readonly StoredObject<'articles'>[];
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

/**
 * The part that is asked for of a list, cut by the cluster as `cutListPage` cuts one in memory.
 * @throws FootnoteError `INVALID_CURSOR`
 */
export async function listArticles(store: ObjectStore, request: ArticleListRequest): Promise<ListPart> {
  const { filter, query, orderBy = 'KEY', first, last } = request;
  const after = beyond(request.after, { orderBy, isForward: true });
  const before = beyond(request.before, { orderBy, isForward: false });
  if (passesNone(filter)) return { objects: [], hasPreviousPage: false, hasNextPage: false, totalCount: 0 };
  const all = allOf([articleFilters(filter), ...listQueryWords(query).map(holdsWord)]);
  const count = (part: FilterValue | null) => store.count('articles', allOf([all, part]));
  const [totalCount, afterCount, beforeCount] = await Promise.all([
    count(null),
    after && count(after),
    before && count(before),
  ]);
  const lowest = afterCount === null ? 0 : totalCount - afterCount;
  const highest = beforeCount === null ? totalCount : Math.max(lowest, beforeCount);
  const start = last === undefined ? lowest : Math.max(lowest, highest - last);
  const end = first === undefined ? highest : Math.min(highest, start + first);
  const isBackward = last !== undefined;
  const objects = await fetchPart(store, {
    filters: allOf([all, after, before]),
    limit: end - start,
    sort: sorting(orderBy, { isBackward }),
  });
  return {
    objects: isBackward ? objects.reverse() : objects,
    hasPreviousPage: start > 0,
    hasNextPage: end < totalCount,
    totalCount,
  };
}

type Part = Pick<Parameters<ObjectStore['fetch']>[1], 'limit'> & {
  readonly filters: FilterValue | null;
  readonly sort: ReturnType<typeof sorting>;
};

async function fetchPart(
  store: ObjectStore,
  { limit, filters, sort }: Part,
): Promise<StoredObject<'articles'>[]> {
  if (limit <= 0) return [];
  return store.fetch('articles', { limit, filters: filters ?? undefined, sort, properties: ARTICLE_PARTS });
}

function sorting(order: ArticleOrder, { isBackward }: { isBackward: boolean }) {
  const by = ORDER_PROPERTIES[order];
  const sort = [...(by ? [by] : []), { property: 'byKey', isAscending: true } as const];
  return sort.map(({ property, isAscending }) => ({ property, isAscending: isAscending !== isBackward }));
}

/** A filter for what comes after a cursor, or before it; null without one. */
function beyond(
  cursor: string | undefined,
  { orderBy, isForward }: { orderBy: ArticleOrder; isForward: boolean },
): FilterValue | null {
  if (cursor === undefined) return null;
  const position: ListPosition = parseListCursor(cursor);
  const keyBeyond = compare('byKey', { isGreater: isForward, than: inHex(position.key) });
  const by = ORDER_PROPERTIES[orderBy];
  if (!by || orderBy === 'KEY') return keyBeyond;
  const than = orderValue(orderBy, position);
  const isSame = weaviate.filter.byProperty(by.property).equal(than);
  return Filters.or(
    compare(by.property, { isGreater: by.isAscending === isForward, than }),
    Filters.and(isSame, keyBeyond),
  );
}

function compare(
  property: string,
  { isGreater, than }: { isGreater: boolean; than: string | number },
): FilterValue {
  const by = weaviate.filter.byProperty(property);
  // The cluster compares texts as well as numbers; the library's types know numbers only.
  return isGreater ? by.greaterThan(than as number) : by.lessThan(than as number);
}

function holdsWord(word: string): FilterValue {
  return weaviate.filter.byProperty('listed').like(`*${searchableInList(word)}*`);
}
