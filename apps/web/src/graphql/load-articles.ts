import { articleFields, graphql, type ResultOf } from '@footnote/client';
import { apiFilter, type Filter } from '../address/filter.ts';
import { type Facets, facetsOf, facetsQuery, facetVariables } from './facets.ts';
import { queryApi } from './query-api.ts';

const articlesQuery = graphql(
  `
    query Articles(
      $first: Int
      $after: String
      $last: Int
      $before: String
      $filter: ArticleFilter
      $query: String
      $orderBy: ArticleOrder
    ) {
      index {
        articles
        passages
        uploadLimits {
          maxFiles
        }
      }
      articles(
        first: $first
        after: $after
        last: $last
        before: $before
        filter: $filter
        query: $query
        orderBy: $orderBy
      ) {
        totalCount
        edges {
          node {
            ...ArticleFields
            passages(first: 1) {
              edges {
                node {
                  text
                }
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  `,
  [articleFields],
);

/** How articles can be ordered, as the API names it. */
export const ARTICLE_ORDERS = ['KEY', 'TITLE', 'NEWEST', 'OLDEST'] as const;
export type ArticleOrder = (typeof ARTICLE_ORDERS)[number];

/** Articles on one page of the list. */
export const PAGE_SIZE = 50;

/** A page of a list: after or before a cursor, or the last one; neither is the first. */
interface PagePosition {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly isLast?: boolean | undefined;
}

export interface ArticlesRequest {
  readonly query: string;
  readonly order: ArticleOrder;
  readonly filter: Filter;
  readonly position: PagePosition;
}

export type ArticlesPage = ResultOf<typeof articlesQuery> & { readonly facets: Facets };

/**
 * A page of the list of articles, and what it can be filtered by.
 * @throws FootnoteApiError
 */
export async function loadArticles(request: ArticlesRequest): Promise<ArticlesPage> {
  const { query, order, filter, position } = request;
  const isBackward = position.before !== undefined || position.isLast === true;
  const [page, facets] = await Promise.all([
    queryApi(articlesQuery, {
      first: isBackward ? null : PAGE_SIZE,
      last: isBackward ? PAGE_SIZE : null,
      after: position.after ?? null,
      before: position.before ?? null,
      filter: apiFilter(filter),
      query: query === '' ? null : query,
      orderBy: order,
    }),
    queryApi(facetsQuery, facetVariables(filter)),
  ]);
  return { ...page, facets: facetsOf(facets) };
}
