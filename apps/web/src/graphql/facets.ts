import { graphql, type ResultOf, type VariablesOf } from '@footnote/client';
import { apiFilter, type Filter } from '../address/filter.ts';

/** Of each kind of filter, what could be chosen beside what the other kinds let pass. */
export const facetsQuery = graphql(`
  query Facets($besideSources: ArticleFilter, $besideAuthors: ArticleFilter, $besideDates: ArticleFilter) {
    bySource: facets(filter: $besideSources) {
      sources {
        value
        count
      }
    }
    byAuthor: facets(filter: $besideAuthors) {
      authors {
        value
        count
      }
    }
    byYear: facets(filter: $besideDates) {
      years {
        value
        count
      }
    }
  }
`);

export type Facet = ResultOf<typeof facetsQuery>['bySource']['sources'][number];

/** What articles can be filtered by, most frequent first, and years newest first. */
export interface Facets {
  readonly sources: readonly Facet[];
  readonly authors: readonly Facet[];
  readonly years: readonly Facet[];
}

export function facetVariables(filter: Filter): VariablesOf<typeof facetsQuery> {
  return {
    besideSources: apiFilter({ ...filter, sources: [] }),
    besideAuthors: apiFilter({ ...filter, authors: [] }),
    besideDates: apiFilter({ ...filter, from: null, to: null }),
  };
}

export function facetsOf({ bySource, byAuthor, byYear }: ResultOf<typeof facetsQuery>): Facets {
  return { sources: bySource.sources, authors: byAuthor.authors, years: byYear.years };
}
