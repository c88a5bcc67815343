import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './introspection.d.ts';

/** Documents typed by apps/api/schema.graphql: a field that the API does not have is a type error here. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string };
}>();
