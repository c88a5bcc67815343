import { expect, it } from 'vitest';
import { NO_FILTER, readFilter } from '../address/filter.ts';
import { fromStart, type Listing, listHref, readListing } from './listing.ts';

function read(href: string): Listing {
  const { searchParams } = new URL(href, 'http://127.0.0.1:3000');
  return { ...readListing(searchParams), filter: readFilter(searchParams) };
}

it('the address of a listing leads to the same listing', () => {
  const listing: Listing = {
    query: 'gas & oil',
    order: 'NEWEST',
    filter: { ...NO_FILTER, sources: ['The Gazette'] },
    page: 3,
    position: { after: 'abc', before: undefined, isLast: false },
  };
  expect(read(listHref(listing))).toEqual(listing);
});

it('the plain list has no parameters', () => {
  expect(listHref(fromStart(read('/articles?page=4&after=x')))).toBe('/articles');
});

it.each(['/articles?page=-1', '/articles?page=x', '/articles?order=random'])(
  '%s is read as the plain list',
  (href) => {
    expect(listHref(read(href))).toBe('/articles');
  },
);
