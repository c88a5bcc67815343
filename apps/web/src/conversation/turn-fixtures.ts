import type { Outcome } from './conversation.ts';

/** For tests: an answer of one text and no citation. */
export function answered(text: string, interpretedQuestion = ''): Outcome {
  const result = {
    __typename: 'Answer',
    question: '',
    interpretedQuestion,
    text,
    confidence: 0.9,
    certainty: 'SURE',
    threshold: 0.5,
  } as const;
  return {
    kind: 'result',
    result: { ...result, unanswered: [], disagreements: [], sentences: [], citations: [], evidence: [] },
  };
}

/** For tests: that the articles do not say. */
export const refused: Outcome = {
  kind: 'result',
  result: {
    __typename: 'NoAnswer',
    question: '',
    interpretedQuestion: '',
    reason: 'NOT_IN_ARTICLES',
    confidence: 0.1,
    explanation: null,
    collection: null,
    threshold: 0.5,
    nearest: [],
  },
};
