import type { NoAnswer } from '../graphql/ask-fields.ts';

/** Why there is no answer and what the reader can do, for each reason that the API gives. */
export const NO_ANSWER_REASONS: Readonly<Record<NoAnswer['reason'], string>> = {
  NOTHING_TO_SEARCH: 'There is no article to search yet.',
  NOTHING_CLOSE:
    'No passage resembles the question. Try the names, places or words that an article would use.',
  NOT_IN_ARTICLES:
    'Some passages come close, but no sentence in them answers the question. Here they are, to judge for yourself.',
  NEEDS_CONTEXT:
    'The question refers to something that was not said before. Ask again with the name of the person, place or thing that you mean.',
};
