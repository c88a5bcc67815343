import { type ArticleOrder, type ListPosition, listPosition, type StoredArticle } from '@footnote/index';
import type { ArticleProperties } from './collections.ts';

type Listed = Pick<StoredArticle, 'key' | 'title' | 'source' | 'authors' | 'publishedAt'>;
type OrderProperties = Pick<ArticleProperties, 'byKey' | 'byTitle' | 'byNewest' | 'byOldest'>;
export type OrderProperty = keyof OrderProperties;

/** Longer titles that begin alike are ordered by key. */
const MOST_TITLE = 256;
/** Where a date would stand that is not known: last, whichever way dates go. */
const NEVER = { byNewest: 0, byOldest: 99_999_999 };

/**
 * What articles are sorted by in the cluster, which compares bytes and numbers. Texts are written in hexadecimal, so that
 * they go by UTF-16 code units, as the contract has it.
 */
export function listingOrder(article: Listed): OrderProperties {
  return {
    byKey: inHex(article.key),
    byTitle: orderValue('TITLE', listPosition(article, 'TITLE')) as string,
    byNewest: orderValue('NEWEST', listPosition(article, 'NEWEST')) as number,
    byOldest: orderValue('OLDEST', listPosition(article, 'OLDEST')) as number,
  };
}

/** What an order sorts by before the key; null where it sorts by the key alone. */
export const ORDER_PROPERTIES = {
  KEY: null,
  TITLE: { property: 'byTitle', isAscending: true },
  NEWEST: { property: 'byNewest', isAscending: false },
  OLDEST: { property: 'byOldest', isAscending: true },
} as const satisfies Record<ArticleOrder, { property: OrderProperty; isAscending: boolean } | null>;

/** The value of that property at a position of a list. */
export function orderValue(order: Exclude<ArticleOrder, 'KEY'>, { value }: ListPosition): string | number {
  if (order === 'TITLE') return value === null ? '1' : `0${inHex(value.slice(0, MOST_TITLE))}`;
  const property = ORDER_PROPERTIES[order].property;
  return value === null ? NEVER[property] : Number(value.replaceAll('-', ''));
}

/** Four digits a UTF-16 code unit. */
export function inHex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/**
 * A text in which a list's query is looked for with wildcards: what would be one is another character, and so are line
 * breaks, which a wildcard does not pass.
 */
export function searchableInList(text: string): string {
  return text.replaceAll('*', '\ue000').replaceAll('?', '\ue001').replaceAll('\n', '\ue002');
}
