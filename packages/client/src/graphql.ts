import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './introspection.d.ts';

/** Documents typed by the API's schema: a field that it does not have is a type error here. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string };
}>();
