import type {
  Answer as AnswerResult,
  Disagreement as Differing,
  Citation as Quote,
  AnswerSentence as Sentence,
} from '@footnote/engine';
import { EXPECTED_CITATIONS, EXPECTED_EVIDENCE, PROSE_COST } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { Article } from '../article/article.ts';
import { Passage } from '../passage/passage.ts';
import { SearchHit } from '../search/search-hit.ts';
import { TextSpan } from '../text-span/text-span.ts';
import { Prose } from './prose.ts';

const Certainty = builder.enumType('Certainty', {
  description: 'How far an answer may be relied on, by its confidence.',
  values: {
    SURE: {
      description: 'Confidence of 0.9 or more. Few answers are, too few to promise more than of LIKELY.',
    },
    LIKELY: { description: 'Confidence of 0.65 or more: of three such answers at least two are right.' },
    POSSIBLE: { description: 'At or above the threshold, and less sure.' },
  },
});

const Disagreement = builder.objectRef<Differing>('Disagreement').implement({
  description: 'Citations that give different figures or dates for the same thing, the newest article first.',
  fields: (t) => ({
    citationNumbers: t.intList({
      description: 'Of the citations that differ.',
      resolve: ({ citationNumbers }) => [...citationNumbers],
    }),
    on: t.exposeString('on', { description: 'What they differ on, in the words of the question.' }),
  }),
});

const AnswerSentence = builder.objectRef<Sentence>('AnswerSentence').implement({
  description:
    'The quote of the first citation that it numbers; another is a second article that says the same.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The quote, to the character.' }),
    citationNumbers: t.intList({
      description: 'The `number` of each citation that has this quote.',
      resolve: ({ citationNumbers }) => [...citationNumbers],
    }),
  }),
});

const Citation = builder.objectRef<Quote>('Citation').implement({
  description: 'A verbatim quote: `article.text.slice(start, end) === quote`.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'From 1, best first.' }),
    quote: t.exposeString('quote', { description: 'A whole sentence of the article.' }),
    start: t.exposeInt('start', { description: 'Offset into Article.text, UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'Offset into Article.text, UTF-16 code units, half open.' }),
    passage: t.field({
      type: Passage,
      description: 'The passage that the quote was found in.',
      resolve: ({ passage }) => passage,
    }),
    article: t.field({
      type: Article,
      description: 'The article that is quoted, as it was when it was quoted.',
      resolve: ({ passage }) => passage.article,
    }),
    answerSpan: t.field({
      type: TextSpan,
      nullable: true,
      description:
        'The words of the quote that answer, by offsets into Article.text; null where the sentence as a whole does.',
      resolve: ({ answerSpan }) => answerSpan,
    }),
    contextBefore: t.exposeString('contextBefore', {
      nullable: true,
      description: 'The sentence before the quote in its article; null where the quote opens it.',
    }),
    contextAfter: t.exposeString('contextAfter', {
      nullable: true,
      description: 'The sentence after the quote in its article; null where the quote ends it.',
    }),
  }),
});

export const Answer = builder.objectRef<AnswerResult>('Answer').implement({
  description: 'Sentences of the articles that answer the question.',
  fields: (t) => ({
    question: t.exposeString('question', { description: 'As it was asked.' }),
    interpretedQuestion: t.exposeString('interpretedQuestion', {
      description: 'The question as it was searched, with what the conversation adds.',
    }),
    text: t.exposeString('text', { description: 'The sentences joined by a space.' }),
    sentences: t.field({
      type: [AnswerSentence],
      description: 'In the order to be read in.',
      complexity: { field: 1, multiplier: EXPECTED_CITATIONS },
      resolve: ({ sentences }) => [...sentences],
    }),
    citations: t.field({
      type: [Citation],
      description: 'Where each sentence stands, best first.',
      complexity: { field: 1, multiplier: EXPECTED_CITATIONS },
      resolve: ({ citations }) => [...citations],
    }),
    prose: t.field({
      type: Prose,
      nullable: true,
      description:
        'The quotes as prose, to be shown beside them and never instead. Asking for it sends them to the writer, and waits for it. Null without one.',
      complexity: PROSE_COST,
      resolve: (answer, _args, { engine, request: { signal } }) => engine.prose(answer, { signal }),
    }),
    confidence: t.exposeFloat('confidence', {
      description:
        'Calibrated probability (0 to 1) that the quotes answer the question; at or above the threshold.',
    }),
    threshold: t.exposeFloat('threshold', { description: 'The least confidence that makes an Answer.' }),
    certainty: t.expose('certainty', {
      type: Certainty,
      description: 'The confidence in a word.',
    }),
    disagreements: t.field({
      type: [Disagreement],
      description: 'Where articles differ in a figure or a date; empty where they agree.',
      resolve: ({ disagreements }) => [...disagreements],
    }),
    unanswered: t.stringList({
      description: 'Of several questions asked at once, those that the articles do not answer.',
      resolve: ({ unanswered }) => [...unanswered],
    }),
    evidence: t.field({
      type: [SearchHit],
      description:
        'The passages that were retrieved for the question, best first; reading stops when none left can win.',
      complexity: { field: 1, multiplier: EXPECTED_EVIDENCE },
      resolve: ({ evidence }) => [...evidence],
    }),
  }),
});
