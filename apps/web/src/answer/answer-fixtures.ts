import type { Answer, Citation, NoAnswer } from '../graphql/ask-fields.ts';

/** For tests: an article, a citation of it, and what was answered with it. */
const article = {
  id: 'QXJ0aWNsZTox',
  key: 'news/bridge #2.md',
  title: 'A bridge opens',
  source: 'The Gazette',
  author: null,
  publishedAt: '2022-06-10',
  url: null,
  language: 'en',
};

export const citation: Citation = {
  number: 1,
  quote: 'The bridge opened in June.',
  start: 40,
  end: 66,
  answerSpan: { start: 58, end: 65 },
  contextBefore: 'It had long been awaited, people said.',
  contextAfter: 'It is not tolled.',
  passage: {
    start: 1,
    end: 84,
    text: 'It had long been awaited, people said. The bridge opened in June. It is not tolled.',
  },
  article: { ...article, duplicates: [] },
};

export const answer: Answer = {
  __typename: 'Answer',
  question: 'When did the bridge open?',
  interpretedQuestion: 'When did the bridge open?',
  text: citation.quote,
  confidence: 0.94,
  certainty: 'SURE',
  unanswered: [],
  disagreements: [],
  threshold: 0.5,
  sentences: [{ text: citation.quote, citationNumbers: [1] }],
  citations: [citation],
  evidence: [],
};

export const noAnswer: NoAnswer = {
  __typename: 'NoAnswer',
  question: 'Who paid?',
  interpretedQuestion: 'Who paid?',
  reason: 'NOT_IN_ARTICLES',
  confidence: 0.12,
  explanation: null,
  collection: null,
  threshold: 0.5,
  nearest: [
    {
      score: 0.8,
      explanation: { lexical: 2, semantic: 0.5 },
      highlights: [{ start: 44, end: 50 }],
      passage: { id: 'p', text: citation.quote, start: 40, end: 66, article },
    },
  ],
};
