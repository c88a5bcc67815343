import { isFiltering } from '../address/filter.ts';
import { sitePath } from '../address/site-path.ts';
import { ChosenChips } from '../filters/chosen-chips.tsx';
import { FacetChips } from '../filters/facet-chips.tsx';
import type { Facets } from '../graphql/facets.ts';
import { ARTICLE_ORDERS, type ArticleOrder } from '../graphql/load-articles.ts';
import { fromStart, type Listing, listHref } from './listing.ts';

const ORDER_WORDS: Readonly<Record<ArticleOrder, string>> = {
  KEY: 'by key',
  TITLE: 'by title',
  NEWEST: 'newest first',
  OLDEST: 'oldest first',
};

interface Props {
  readonly listing: Listing;
  readonly facets: Facets;
}

/** Searching, ordering and filtering the list: a plain form and plain links. */
export function ListSearch({ listing, facets }: Props) {
  const { query, order, filter } = listing;
  const navigation = { hrefOf: (chosen: typeof filter) => listHref(fromStart(listing, { filter: chosen })) };
  return (
    <>
      <search>
        <form action={sitePath('/articles')} method="get" className="list-search">
          <input
            type="search"
            name="query"
            defaultValue={query}
            aria-label="Search articles"
            placeholder="Title, source, author or key"
            className="small-field"
          />
          <select name="order" defaultValue={order.toLowerCase()} aria-label="Order" className="small-field">
            {ARTICLE_ORDERS.map((known) => (
              <option key={known} value={known.toLowerCase()}>
                {ORDER_WORDS[known]}
              </option>
            ))}
          </select>
          {filter.sources.map((value) => (
            <input key={value} type="hidden" name="source" value={value} />
          ))}
          {filter.authors.map((value) => (
            <input key={value} type="hidden" name="author" value={value} />
          ))}
          {filter.from !== null && <input type="hidden" name="from" value={filter.from} />}
          {filter.to !== null && <input type="hidden" name="to" value={filter.to} />}
          <button type="submit" className="quiet-button">
            Show
          </button>
        </form>
      </search>
      <fieldset className="filters">
        <legend className="sr-only">Filters</legend>
        <div className="chips">
          <ChosenChips filter={filter} navigation={navigation} />
        </div>
        <details open={isFiltering(filter)}>
          <summary>Filter</summary>
          <FacetChips filter={filter} facets={facets} navigation={navigation} />
        </details>
      </fieldset>
    </>
  );
}
