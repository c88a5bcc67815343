import { SEARCH_COST } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { ArticleFilter, toArticleFilter } from '../article/article-filter.ts';
import { pageCost, toConnection, toPage } from '../connection/page-arguments.ts';
import { SearchConnection } from './search-hit.ts';

const HITS_A_PAGE = 10;

const SearchMode = builder.enumType('SearchMode', {
  values: {
    HYBRID: { description: 'Words and meaning together.' },
    SEMANTIC: { description: 'Meaning alone (cosine of the embeddings).' },
    LEXICAL: { description: 'Words alone (BM25).' },
  },
});

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description: 'Passages, best first. A query is 1 to 2,000 characters.',
    args: {
      query: t.arg.string({ required: true }),
      first: t.arg.int({ defaultValue: HITS_A_PAGE }),
      after: t.arg.string(),
      mode: t.arg({ type: SearchMode, defaultValue: 'HYBRID' }),
      filter: t.arg({ type: ArticleFilter }),
    },
    complexity: (args) => pageCost(args, { base: SEARCH_COST, defaultFirst: HITS_A_PAGE }),
    resolve: async (_root, args, { engine, request: { signal } }) => {
      const request = {
        query: args.query,
        mode: args.mode ?? 'HYBRID',
        ...toPage(args, HITS_A_PAGE),
        filter: toArticleFilter(args.filter),
      };
      const page = await engine.search(request, { signal });
      return toConnection(page.edges, { hasNextPage: page.hasNextPage, after: args.after });
    },
  }),
);
