import {
  decodeListCursor,
  encodeListCursor,
  type ListIdentity,
  MAX_FIRST,
  MAX_QUERY_LENGTH,
} from '@footnote/engine';
import { z } from 'zod';
import { articleFilter } from '../article-filter.ts';
import { quotedArticle, toQuotedArticle } from '../quoted-article.ts';
import { defineTool } from '../tool.ts';

export const listArticles = defineTool({
  name: 'list_articles',
  title: 'List the articles',
  description:
    'Lists the articles, all or those whose title, source, authors or key hold every word of a query. It does not look into their texts: search does.',
  input: {
    query: z
      .string()
      .max(MAX_QUERY_LENGTH)
      .optional()
      .describe('Words or parts of words, without regard to case and accents; all articles when absent.'),
    orderBy: z
      .enum(['key', 'title', 'newest', 'oldest'])
      .default('key')
      .describe('What has no title or date comes last.'),
    first: z.int().min(1).max(MAX_FIRST).default(20).describe('How many articles.'),
    after: z.string().optional().describe('nextCursor of the page before, beside the same arguments.'),
    filter: articleFilter,
  },
  output: {
    articles: z.array(quotedArticle),
    totalCount: z.int().describe('How many there are on all pages.'),
    nextCursor: z.string().nullable().describe('Null when there are no more.'),
  },
  run: async ({ query, orderBy, first, after, filter }, { engine }) => {
    const asked = { query, orderBy: ORDERS[orderBy], filter };
    const list: ListIdentity = { name: 'articles', of: asked };
    const place = after === undefined ? undefined : decodeListCursor(list, after);
    const { items, totalCount, hasNextPage } = await engine.articles({ ...asked, first, after: place });
    const last = items.at(-1);
    return {
      articles: items.map(({ item }) => toQuotedArticle(item)),
      totalCount,
      nextCursor: hasNextPage && last ? encodeListCursor(list, last.cursor) : null,
    };
  },
});

const ORDERS = { key: 'KEY', title: 'TITLE', newest: 'NEWEST', oldest: 'OLDEST' } as const;
