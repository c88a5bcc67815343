import type { NoAnswer } from '../graphql/ask-fields.ts';

type NoAnswerReason = NoAnswer['reason'];

/** Why there is no answer, for each reason. */
export const NO_ANSWER_REASONS: Readonly<Record<NoAnswerReason, string>> = {
  NOTHING_TO_SEARCH: 'There is no article to search.',
  NOTHING_CLOSE: 'No passage resembles the question.',
  NOT_IN_ARTICLES: 'Some passages come close; no sentence in them answers.',
  NEEDS_CONTEXT: 'The question refers to something that was not said before.',
  FILTER_EXCLUDES_ALL: 'The filter lets no article pass.',
  LANGUAGE_NOT_READ: 'The question, or what is nearest to it, is in a language that the models do not read.',
  ABOUT_COLLECTION: 'The question is about the articles as a whole, which none of them speaks of.',
};

/** What the reader could try. */
export const NO_ANSWER_REMEDIES: Readonly<Record<NoAnswerReason, string>> = {
  NOTHING_TO_SEARCH: 'Add articles, then ask again.',
  NOTHING_CLOSE: 'Try the names, places or words that an article would use.',
  NOT_IN_ARTICLES: 'Try other words, or ask for one thing at a time.',
  NEEDS_CONTEXT: 'Name the person, place or thing that you mean.',
  FILTER_EXCLUDES_ALL: 'Take a filter back.',
  LANGUAGE_NOT_READ: 'Ask in English, of articles in English.',
  ABOUT_COLLECTION: 'The list of articles can be searched, sorted and filtered.',
};
