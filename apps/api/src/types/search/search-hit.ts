import type { SearchHit as Hit } from '@footnote/engine';
import { EXPECTED_HIGHLIGHTS } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { Passage } from '../passage/passage.ts';
import { TextSpan } from '../text-span/text-span.ts';
import { ScoreExplanation } from './score-explanation.ts';

export const SearchHit = builder.objectRef<Hit>('SearchHit').implement({
  description: 'A passage that was found, and why.',
  fields: (t) => ({
    passage: t.field({ type: Passage, resolve: ({ passage }) => passage }),
    score: t.exposeFloat('score', {
      description: 'Comparable within one result only: 0 to 1 in hybrid mode, BM25 or cosine in the others.',
    }),
    explanation: t.field({ type: ScoreExplanation, resolve: ({ explanation }) => explanation }),
    highlights: t.field({
      type: [TextSpan],
      description: "The query's words where they stand in the passage, as offsets into Article.text.",
      complexity: { field: 1, multiplier: EXPECTED_HIGHLIGHTS },
      resolve: ({ highlights }) => [...highlights],
    }),
  }),
});

export const SearchConnection = builder.connectionObject(
  { type: SearchHit, name: 'SearchConnection' },
  { name: 'SearchEdge' },
);
