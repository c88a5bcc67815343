import type { SearchHit as Hit } from '@footnote/engine';
import { EXPECTED_HIGHLIGHTS } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { Passage } from '../passage/passage.ts';
import { TextSpan } from '../text-span/text-span.ts';
import { ScoreExplanation } from './score-explanation.ts';

export const SearchHit = builder.objectRef<Hit>('SearchHit').implement({
  description: 'A passage that was found, and why.',
  fields: (t) => ({
    passage: t.field({
      type: Passage,
      description: 'The passage, with its article of the same version of the index.',
      resolve: ({ passage }) => passage,
    }),
    score: t.exposeFloat('score', {
      description: 'Comparable within one result only: 0 to 1 in hybrid mode, BM25 or cosine in the others.',
    }),
    explanation: t.field({
      type: ScoreExplanation,
      description: 'What the score is made of.',
      resolve: ({ explanation }) => explanation,
    }),
    highlights: t.field({
      type: [TextSpan],
      description:
        'The words of the query (of similarPassages: of the other passage) where they stand in this one.',
      complexity: { field: 1, multiplier: EXPECTED_HIGHLIGHTS },
      resolve: ({ highlights }) => [...highlights],
    }),
  }),
});

export const SearchConnection = builder.connectionObject(
  { type: SearchHit, name: 'SearchConnection', description: 'A page of the passages that a search found.' },
  { name: 'SearchEdge', description: 'A passage that was found, in its place.' },
);
