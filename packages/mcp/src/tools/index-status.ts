import { z } from 'zod';
import { defineTool } from '../tool.ts';

export const indexStatus = defineTool({
  name: 'index_status',
  title: 'Status of the index',
  description: 'Says how many articles and passages there are to search, and when that last changed.',
  input: {},
  output: {
    articles: z.int(),
    passages: z.int().describe('Runs of whole sentences, the unit that is searched.'),
    model: z.string().nullable().describe('The embedding model; null while nothing was ever indexed.'),
    updatedAt: z.string().nullable().describe('ISO 8601 instant; null while nothing was ever indexed.'),
  },
  run: async (_args, { engine }) => {
    const { articles, passages, model, updatedAt } = await engine.status();
    return { articles, passages, model: model?.id ?? null, updatedAt };
  },
});
