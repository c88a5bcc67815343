import type { Collection as Facts, NoAnswer as Refusal } from '@footnote/engine';
import { EXPECTED_EVIDENCE } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { SearchHit } from '../search/search-hit.ts';

const NoAnswerReason = builder.enumType('NoAnswerReason', {
  description: 'Why a question has no answer.',
  values: {
    NOTHING_TO_SEARCH: { description: 'No article is indexed.' },
    FILTER_EXCLUDES_ALL: { description: 'No article passes the filter; `collection` says what there is.' },
    NOTHING_CLOSE: { description: 'No passage resembles the question.' },
    NOT_IN_ARTICLES: { description: 'There are close passages, and none answers.' },
    NEEDS_CONTEXT: { description: 'The question refers to something that was not said before.' },
    LANGUAGE_NOT_READ: {
      description: 'The question, or what is nearest to it, is in a language that the models do not read.',
    },
    ABOUT_COLLECTION: {
      description: 'The question is about the articles as a whole; `collection` has the facts.',
    },
  },
});

const Collection = builder.objectRef<Facts>('Collection').implement({
  description: 'Facts about all the articles of the index.',
  fields: (t) => ({
    articles: t.exposeInt('articles', { description: 'How many there are.' }),
    publishedFrom: t.expose('publishedFrom', {
      type: 'Date',
      nullable: true,
      description: 'Day of the oldest dated article; null when none is dated.',
    }),
    publishedTo: t.expose('publishedTo', {
      type: 'Date',
      nullable: true,
      description: 'Day of the newest dated article; null when none is dated.',
    }),
    sources: t.stringList({
      description: 'Those with most articles first, twenty at most.',
      resolve: ({ sources }) => [...sources],
    }),
  }),
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
    explanation: t.exposeString('explanation', {
      nullable: true,
      description: 'Which words no article has, what came nearest, and what was held against it.',
    }),
    collection: t.field({
      type: Collection,
      nullable: true,
      description: 'With FILTER_EXCLUDES_ALL and ABOUT_COLLECTION.',
      resolve: ({ collection }) => collection,
    }),
    nearest: t.field({
      type: [SearchHit],
      description: 'The passages that came closest, best first.',
      complexity: { field: 1, multiplier: EXPECTED_EVIDENCE },
      resolve: ({ nearest }) => [...nearest],
    }),
  }),
});
