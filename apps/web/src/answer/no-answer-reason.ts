import type { NoAnswer } from '../graphql/ask-fields.ts';

/** Why there is no answer, for each reason that the API gives. */
export const NO_ANSWER_REASONS: Readonly<Record<NoAnswer['reason'], string>> = {
  NOTHING_TO_SEARCH: 'There is no article to search.',
  NOTHING_CLOSE: 'No passage resembles the question.',
  NOT_IN_ARTICLES: 'Some passages come close; no sentence in them answers.',
  NEEDS_CONTEXT: 'The question refers to something that was not said before.',
};

/** What the reader could try. */
export const NO_ANSWER_REMEDIES: Readonly<Record<NoAnswer['reason'], string>> = {
  NOTHING_TO_SEARCH: 'Add articles, then ask again.',
  NOTHING_CLOSE: 'Try the names, places or words that an article would use.',
  NOT_IN_ARTICLES: 'Try other words, or ask for one thing at a time.',
  NEEDS_CONTEXT: 'Name the person, place or thing that you mean.',
};
