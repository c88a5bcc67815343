import {
  decodeListCursor,
  encodeListCursor,
  type ListIdentity,
  MAX_FIRST,
  MAX_QUERY_LENGTH,
} from '@footnote/engine';
import { z } from 'zod';
import { articleFilter } from '../article-filter.ts';
import { passageHit, toPassageHit } from '../passage-hit.ts';
import { defineTool } from '../tool.ts';

export const search = defineTool({
  name: 'search',
  title: 'Search the articles',
  description:
    'Finds the passages of the articles that are about something, best first, each word for word with its offsets and its article. Use it to see what the articles say; use ask for a question that a sentence may answer.',
  input: {
    query: z.string().describe(`Words or a question, 1 to ${MAX_QUERY_LENGTH} characters.`),
    mode: z
      .enum(['hybrid', 'semantic', 'lexical'])
      .default('hybrid')
      .describe('Words and meaning together, meaning alone, or words alone.'),
    first: z.int().min(1).max(MAX_FIRST).default(10).describe('How many passages.'),
    after: z.string().optional().describe('nextCursor of the page before, beside the same arguments.'),
    filter: articleFilter,
  },
  output: {
    hits: z.array(passageHit),
    nextCursor: z.string().nullable().describe('Null when there are no more.'),
  },
  run: async ({ query, mode, first, after, filter }, { engine, signal }) => {
    const asked = { query, mode: MODES[mode], filter };
    const list: ListIdentity = { name: 'search', of: asked };
    const place = after === undefined ? undefined : decodeListCursor(list, after);
    const { edges, hasNextPage } = await engine.search({ ...asked, first, after: place }, { signal });
    const last = edges.at(-1);
    return {
      hits: edges.map(({ node }) => toPassageHit(node)),
      nextCursor: hasNextPage && last ? encodeListCursor(list, last.cursor) : null,
    };
  },
});

const MODES = { hybrid: 'HYBRID', semantic: 'SEMANTIC', lexical: 'LEXICAL' } as const;
