import type { NoAnswer as Refusal } from '@footnote/engine';
import { EXPECTED_EVIDENCE } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { SearchHit } from '../search/search-hit.ts';

const NoAnswerReason = builder.enumType('NoAnswerReason', {
  description: 'Why a question has no answer.',
  values: {
    NOTHING_TO_SEARCH: { description: 'No article is indexed, or none passes the filter.' },
    NOTHING_CLOSE: { description: 'No passage resembles the question.' },
    NOT_IN_ARTICLES: { description: 'There are close passages, and none answers.' },
    NEEDS_CONTEXT: { description: 'The question refers to something that was not said before.' },
  },
});

export const NoAnswer = builder.objectRef<Refusal>('NoAnswer').implement({
  description: 'The articles do not say.',
  fields: (t) => ({
    question: t.exposeString('question', { description: 'As it was asked.' }),
    interpretedQuestion: t.exposeString('interpretedQuestion', {
      description: 'The question as it was searched, with what the conversation adds.',
    }),
    reason: t.expose('reason', { type: NoAnswerReason, description: 'Why there is no answer.' }),
    confidence: t.exposeFloat('confidence', {
      description:
        'Calibrated probability (0 to 1) that the best quotes answer the question; below the threshold.',
    }),
    threshold: t.exposeFloat('threshold', { description: 'The least confidence that makes an Answer.' }),
    nearest: t.field({
      type: [SearchHit],
      description: 'The passages that came closest, best first.',
      complexity: { field: 1, multiplier: EXPECTED_EVIDENCE },
      resolve: ({ nearest }) => [...nearest],
    }),
  }),
});
