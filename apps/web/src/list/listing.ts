import { writeFilter } from '../address/filter.ts';
import { sitePath } from '../address/site-path.ts';
import { ARTICLE_ORDERS, type ArticlesRequest } from '../graphql/load-articles.ts';

/** What the address of the list says: which articles, in which order, and where in it. */
export interface Listing extends ArticlesRequest {
  /** The number of the page, from 1, as the links to it count. */
  readonly page: number;
}

export function readListing(parameters: URLSearchParams): Omit<Listing, 'filter'> {
  const order = parameters.get('order')?.toUpperCase();
  const page = Number(parameters.get('page') ?? '1');
  return {
    query: parameters.get('query')?.trim() ?? '',
    order: ARTICLE_ORDERS.find((known) => known === order) ?? 'KEY',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    position: {
      after: parameters.get('after') ?? undefined,
      before: parameters.get('before') ?? undefined,
      isLast: parameters.get('last') !== null,
    },
  };
}

/** The address of a listing. */
export function listHref({ query, order, filter, page, position }: Listing): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('query', query);
  if (order !== 'KEY') parameters.set('order', order.toLowerCase());
  writeFilter(filter, parameters);
  if (page !== 1) parameters.set('page', String(page));
  if (position.after !== undefined) parameters.set('after', position.after);
  if (position.before !== undefined) parameters.set('before', position.before);
  if (position.isLast) parameters.set('last', '');
  const path = sitePath('/articles');
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

/** The listing from its first page. */
export function fromStart(listing: Listing, change: Partial<Listing> = {}): Listing {
  return { ...listing, page: 1, position: {}, ...change };
}
