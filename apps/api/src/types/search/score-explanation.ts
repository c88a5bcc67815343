import type { ScoreExplanation as Explanation, ScorePart as Part } from '@footnote/engine';
import { EXPECTED_SCORE_PARTS } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';

const ScorePart = builder.objectRef<Part>('ScorePart').implement({
  description: 'One addend of a score.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Which ranking it comes from: `lexical` or `semantic`.' }),
    value: t.exposeFloat('value', { description: 'What it adds to the score.' }),
  }),
});

export const ScoreExplanation = builder.objectRef<Explanation>('ScoreExplanation').implement({
  description: 'Why a passage has its score.',
  fields: (t) => ({
    lexical: t.exposeFloat('lexical', {
      nullable: true,
      description:
        'BM25, larger is better; null in semantic mode, and for a passage not among the 200 best by words.',
    }),
    semantic: t.exposeFloat('semantic', {
      nullable: true,
      description: 'Cosine similarity, -1 to 1; null in lexical mode.',
    }),
    parts: t.field({
      type: [ScorePart],
      description: 'They add up to the score.',
      complexity: { field: 1, multiplier: EXPECTED_SCORE_PARTS },
      resolve: ({ parts }) => [...parts],
    }),
  }),
});
