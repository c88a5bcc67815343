import type { ArticleFacets, FacetCount as Count } from '@footnote/engine';
import { EXPECTED_FACETS, LIST_COST, MAX_FACETS } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { ArticleFilter, toArticleFilter } from '../article/article-filter.ts';

const FacetCount = builder.objectRef<Count>('FacetCount').implement({
  description: 'A value that articles can be filtered by.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'As most of these articles spell it.' }),
    count: t.exposeInt('count', { description: 'How many articles have it.' }),
  }),
});

const complexity = { field: 1, multiplier: EXPECTED_FACETS };

const Facets = builder.objectRef<ArticleFacets>('Facets').implement({
  description: `What articles can be filtered by, with counts; of each at most ${MAX_FACETS} values.`,
  fields: (t) => ({
    sources: t.field({
      type: [FacetCount],
      description: 'Most frequent first, spellings that differ in case only together.',
      complexity,
      resolve: ({ sources }) => sources.slice(0, MAX_FACETS),
    }),
    authors: t.field({
      type: [FacetCount],
      description: 'Most frequent first, one entry a person, spellings that differ in case only together.',
      complexity,
      resolve: ({ authors }) => authors.slice(0, MAX_FACETS),
    }),
    years: t.field({
      type: [FacetCount],
      description:
        'Years of publication (four digits), newest first; articles without a date are not counted.',
      complexity,
      resolve: ({ years }) => years.slice(0, MAX_FACETS),
    }),
  }),
});

builder.queryField('facets', (t) =>
  t.field({
    type: Facets,
    description:
      'Counts the articles that pass a filter by what they could be filtered by further. Error: `TOO_MANY_ITEMS`.',
    args: { filter: t.arg({ type: ArticleFilter, description: 'Which articles are counted.' }) },
    complexity: { field: LIST_COST, multiplier: 1 },
    resolve: (_root, { filter }, { engine }) => engine.facets(toArticleFilter(filter)),
  }),
);
