import type { ListIdentity } from '@footnote/engine';
import { SEARCH_COST } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { ArticleFilter, toArticleFilter } from '../article/article-filter.ts';
import { pageCost, toConnection, toPage } from '../connection/page-arguments.ts';
import { SearchConnection } from './search-hit.ts';

const HITS_A_PAGE = 10;

const SearchMode = builder.enumType('SearchMode', {
  description: 'What passages are ranked by.',
  values: {
    HYBRID: { description: 'Words and meaning together.' },
    SEMANTIC: { description: 'Meaning alone (cosine of the embeddings).' },
    LEXICAL: { description: 'Words alone (BM25).' },
  },
});

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Passages, best first; near-identical copies of an article come after all others. Errors: `BLANK_QUERY`, `QUERY_TOO_LONG`, `INVALID_FIRST`, `INVALID_CURSOR`, `TOO_MANY_ITEMS`.',
    args: {
      query: t.arg.string({ required: true, description: '1 to 2,000 characters: words, or a question.' }),
      first: t.arg.int({ defaultValue: HITS_A_PAGE, description: '1 to 50.' }),
      after: t.arg.string({ description: 'A cursor that this search gave: only what comes after it.' }),
      mode: t.arg({ type: SearchMode, defaultValue: 'HYBRID', description: 'What it ranks by.' }),
      filter: t.arg({ type: ArticleFilter, description: 'Applied before ranking.' }),
    },
    complexity: (args) => pageCost(args, { base: SEARCH_COST, defaultFirst: HITS_A_PAGE }),
    resolve: async (_root, args, { engine, request: { signal } }) => {
      const asked = { query: args.query, mode: args.mode ?? 'HYBRID', filter: toArticleFilter(args.filter) };
      const list: ListIdentity = { name: 'search', of: asked };
      const page = await engine.search({ ...asked, ...toPage(list, args, HITS_A_PAGE) }, { signal });
      return toConnection(list, {
        items: page.edges.map(({ cursor, node }) => ({ cursor, item: node })),
        hasNextPage: page.hasNextPage,
        hasPreviousPage: args.after != null,
      });
    },
  }),
);
