import { FootnoteError } from '@footnote/core';
import type { ArticleFilter } from './article-filter.ts';
import type { PageOf } from './page.ts';
import type { StoredArticle } from './stored-article.ts';

/**
 * How articles are listed: by key (UTF-16 code units), by title, or by date. Titles compare without regard to case and
 * marks; what has no title or no date comes last; ties go by key.
 */
export type ArticleOrder = 'KEY' | 'TITLE' | 'NEWEST' | 'OLDEST';

/** A part of a list of articles: the first or the last (one of them is given) of what stands between the cursors. */
export interface ArticleListRequest {
  readonly filter?: ArticleFilter | undefined;
  /** Words, each of which stands in title, source, an author or the key, without regard to case and marks. */
  readonly query?: string | undefined;
  /** By key when absent. */
  readonly orderBy?: ArticleOrder | undefined;
  /** 1 to 50. */
  readonly first?: number | undefined;
  /** 1 to 50. */
  readonly last?: number | undefined;
  /** Cursor of a list of the same order: only what comes after it. */
  readonly after?: string | undefined;
  /** Cursor of a list of the same order: only what comes before it. */
  readonly before?: string | undefined;
}

export interface ArticleListPage extends PageOf<StoredArticle> {
  readonly hasPreviousPage: boolean;
  /** Articles of the whole list. */
  readonly totalCount: number;
}

const ASCII = /^[ -~\n]*$/;

type ListedFields = Pick<StoredArticle, 'key' | 'title' | 'source' | 'authors' | 'publishedAt'>;

/** Where an article stands in a list: by its value, null last, then by its key. */
export interface ListPosition {
  readonly value: string | null;
  readonly key: string;
}

export function listPosition(article: ListedFields, order: ArticleOrder): ListPosition {
  const { key, title, publishedAt } = article;
  if (order === 'KEY') return { value: null, key };
  if (order === 'TITLE') return { value: title === null ? null : foldCaseAndMarks(title), key };
  return { value: publishedAt, key };
}

/** Negative when `a` comes before `b`. A total order over articles. */
export function compareListPositions(a: ListPosition, b: ListPosition, order: ArticleOrder): number {
  if (a.value !== b.value) {
    if (a.value === null) return 1;
    if (b.value === null) return -1;
    return a.value < b.value === (order !== 'NEWEST') ? -1 : 1;
  }
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}

/**
 * The part that is asked for of a whole list in its order. A cursor names a position, so that a page goes on from there
 * whatever was added or removed meanwhile.
 * @throws FootnoteError `INVALID_CURSOR`
 */
export function cutListPage<Item extends { readonly position: ListPosition }>(
  list: readonly Item[],
  { orderBy = 'KEY', first, last, after, before }: ArticleListRequest,
) {
  const indexAt = (cursor: string, isIncluded: boolean): number => {
    const position = parseListCursor(cursor);
    return lowestIndex(list.length, (index) => {
      const order = compareListPositions(list[index]!.position, position, orderBy);
      return isIncluded ? order >= 0 : order > 0;
    });
  };
  const lowest = after === undefined ? 0 : indexAt(after, false);
  const highest = before === undefined ? list.length : Math.max(lowest, indexAt(before, true));
  const start = last === undefined ? lowest : Math.max(lowest, highest - last);
  const end = first === undefined ? highest : Math.min(highest, start + first);
  return {
    items: list.slice(start, end).map((item) => ({ cursor: listCursor(item.position), item })),
    hasPreviousPage: start > 0,
    hasNextPage: end < list.length,
    totalCount: list.length,
  };
}

/** What a list's query is looked for in. */
export function listedText({ title, source, authors, key }: ListedFields): string {
  return foldCaseAndMarks([title, source, ...authors, key].filter((part) => part !== null).join('\n'));
}

/** The words of a list's query, as they stand in what `listedText` gives. */
export function listQueryWords(query: string | undefined): string[] {
  return foldCaseAndMarks(query ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** A test for what `listedText` gives; null when everything passes. */
export function listedTextPredicate(query: string | undefined): ((text: string) => boolean) | null {
  const words = listQueryWords(query);
  return words.length === 0 ? null : (text) => words.every((word) => text.includes(word));
}

function foldCaseAndMarks(text: string): string {
  // Many times as fast, and most titles are.
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function lowestIndex(length: number, isReached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Names a place in a list of articles. */
export function listCursor({ value, key }: ListPosition): string {
  return JSON.stringify([value, key]);
}

/** @throws FootnoteError `INVALID_CURSOR` */
export function parseListCursor(cursor: string): ListPosition {
  try {
    const [value, key] = JSON.parse(cursor) as unknown[];
    if ((value === null || typeof value === 'string') && typeof key === 'string') return { value, key };
  } catch (cause) {
    throw invalidCursor(cursor, cause);
  }
  throw invalidCursor(cursor);
}

function invalidCursor(cursor: string, cause?: unknown): FootnoteError {
  const message = `"${cursor.slice(0, 60)}" is no place in a list of articles. Pass a cursor as it was returned, or none.`;
  return new FootnoteError('INVALID_CURSOR', message, { cause });
}
