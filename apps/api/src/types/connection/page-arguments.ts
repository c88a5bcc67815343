import type { Page, PageOf } from '@footnote/engine';
import { refusal } from '../../errors.ts';
import { MAX_PAGE_SIZE } from '../../limits.ts';
import { type CursorKind, decodeCursor, encodeCursor } from './cursor.ts';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/**
 * An explicit null counts as not given.
 * @throws GraphQLError `INVALID_FIRST`
 */
export function toPage(
  { first, after }: PageArguments,
  defaultFirst: number,
): { first: number; after?: string } {
  const size = first ?? defaultFirst;
  if (size < 1 || size > MAX_PAGE_SIZE) {
    throw refusal(
      'INVALID_FIRST',
      `"first" is ${size}. Ask for 1 to ${MAX_PAGE_SIZE}, and for more with "after".`,
    );
  }
  return after == null ? { first: size } : { first: size, after };
}

/** A page of an index, as the list of that kind counts its cursors. */
export function toIndexPage(kind: CursorKind, args: PageArguments, defaultFirst: number): Page {
  const { first, after } = toPage(args, defaultFirst);
  return after === undefined ? { first } : { first, after: decodeCursor(kind, after) };
}

export function toEdges<T>(kind: CursorKind, page: PageOf<T>): Edge<T>[] {
  return page.items.map(({ cursor, item }) => ({ cursor: encodeCursor(kind, cursor), node: item }));
}

interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** Only forward pages exist: there is a previous page exactly when this one began after something. */
export function toConnection<T>(
  edges: readonly Edge<T>[],
  { hasNextPage, after }: { hasNextPage: boolean; after?: string | null | undefined },
) {
  return {
    edges: [...edges],
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Cost of a page: each of its items costs what is asked of it. */
export function pageCost(
  args: PageArguments,
  { base = 1, defaultFirst }: { base?: number; defaultFirst: number },
) {
  const first = args.first ?? defaultFirst;
  return { field: base, multiplier: Math.min(Math.max(first, 1), MAX_PAGE_SIZE) };
}
