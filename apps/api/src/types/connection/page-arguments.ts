import {
  decodeListCursor,
  encodeListCursor,
  type ListIdentity,
  type Page,
  type PageOf,
} from '@footnote/engine';
import { refusal } from '../../errors.ts';
import { MAX_PAGE_SIZE } from '../../limits.ts';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

export interface TwoWayPageArguments extends PageArguments {
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/**
 * How many items a page has. An explicit null counts as not given.
 * @throws GraphQLError `INVALID_FIRST`
 */
export function pageSize(size: number, name: 'first' | 'last' = 'first'): number {
  if (size >= 1 && size <= MAX_PAGE_SIZE) return size;
  throw refusal(
    'INVALID_FIRST',
    `"${name}" is ${size}. Ask for 1 to ${MAX_PAGE_SIZE}, and for more with a cursor.`,
  );
}

/**
 * A list that was given as an argument.
 * @throws GraphQLError `TOO_MANY_ITEMS`
 */
export function atMost<T>(limit: number, name: string, items: readonly T[]): readonly T[] {
  if (items.length <= limit) return items;
  throw refusal('TOO_MANY_ITEMS', `"${name}" has ${items.length} items. Give ${limit} at most at a time.`);
}

/** A page of a list, its cursor unpacked. */
export function toPage(list: ListIdentity, { first, after }: PageArguments, defaultFirst: number): Page {
  const size = pageSize(first ?? defaultFirst);
  return after == null ? { first: size } : { first: size, after: decodeListCursor(list, after) };
}

/** A page from either end of a list: `first` counts only without `last`. */
export function toTwoWayPage(
  list: ListIdentity,
  { first, last, after, before }: TwoWayPageArguments,
  defaultFirst: number,
) {
  const size = last == null ? { first: pageSize(first ?? defaultFirst) } : { last: pageSize(last, 'last') };
  return {
    ...size,
    after: after == null ? undefined : decodeListCursor(list, after),
    before: before == null ? undefined : decodeListCursor(list, before),
  };
}

/** A page that goes forward only has one before it exactly when it began after something. */
export function toConnection<T>(
  list: ListIdentity,
  { items, hasNextPage, hasPreviousPage }: PageOf<T> & { readonly hasPreviousPage: boolean },
) {
  const edges = items.map(({ cursor, item }) => ({ cursor: encodeListCursor(list, cursor), node: item }));
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Cost of a page: each of its items costs what is asked of it. */
export function pageCost(
  { first, last }: TwoWayPageArguments,
  { base = 1, defaultFirst }: { base?: number; defaultFirst: number },
) {
  const size = last ?? first ?? defaultFirst;
  return { field: base, multiplier: Math.min(Math.max(size, 1), MAX_PAGE_SIZE) };
}
