import { z } from 'zod';
import { defineTool } from '../tool.ts';

export const verifyCitation = defineTool({
  name: 'verify_citation',
  title: 'Verify a citation',
  description:
    'Checks, character by character, whether a quote stands in an article at the offsets given, and says where it stands instead or what stands there. Use it before you rely on a quote that you did not just get from ask or search.',
  input: {
    key: z.string().describe('The key of the article.'),
    quote: z.string().describe('The quote, word for word.'),
    start: z.int().describe('Where it begins in the text of the article, in UTF-16 code units.'),
    end: z.int().describe('Where it ends, half open.'),
  },
  output: {
    valid: z.boolean(),
    reason: z.string().nullable().describe('Why it is not valid; null when it is.'),
    actual: z
      .string()
      .nullable()
      .describe('What stands at these offsets; null when they are outside the text.'),
  },
  run: async ({ key, ...claim }, { engine }) => {
    const [verdict] = await engine.checkCitations([{ articleKey: key, ...claim }]);
    return verdict!;
  },
});
