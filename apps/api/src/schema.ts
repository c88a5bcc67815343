import type { GraphQLSchema } from 'graphql';
import { builder } from './schema-builder.ts';
import './types/scalars/date.ts';
import './types/scalars/date-time.ts';
import './types/error-code/error-code.ts';
import './types/article/article-queries.ts';
import './types/article/article-passages.ts';
import './types/facets/facets.ts';
import './types/search/search-query.ts';
import './types/search/similar-passages.ts';
import './types/ask/ask-query.ts';
import './types/ask/ask-subscription.ts';
import './types/citation-check/citation-check.ts';
import './types/index-status/index-status.ts';
import './types/changes/add-articles.ts';
import './types/changes/remove-articles.ts';

/** The whole schema, as apps/api/schema.graphql prints it. */
export function createSchema(): GraphQLSchema {
  return builder.toSchema();
}
