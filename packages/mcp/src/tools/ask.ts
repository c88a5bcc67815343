import type { AskResult } from '@footnote/engine';
import { MAX_QUERY_LENGTH } from '@footnote/engine';
import { z } from 'zod';
import { articleFilter } from '../article-filter.ts';
import { passageHit, toPassageHit } from '../passage-hit.ts';
import { articleUri, quotedArticle, toQuotedArticle } from '../quoted-article.ts';
import { defineTool } from '../tool.ts';

const citation = z.object({
  number: z.int().describe('From 1, best first.'),
  quote: z.string().describe('A sentence of the article, word for word.'),
  start: z.int().describe('Where it begins in the text of the article, in UTF-16 code units.'),
  end: z.int().describe('Where it ends, half open.'),
  answer: z
    .string()
    .nullable()
    .describe('The words of the quote that answer; null where the sentence as a whole does.'),
  article: quotedArticle,
  link: z.string().describe('A resource of this server: the article, and where the quote stands in it.'),
});

export const ask = defineTool({
  name: 'ask',
  title: 'Ask the articles',
  description:
    'Answers a question with sentences quoted word for word from the articles, each with where it stands; or says that the articles do not answer, with the nearest passages. Nothing is made up: repeat the quotes as they are, and name their articles.',
  input: {
    question: z.string().describe(`1 to ${MAX_QUERY_LENGTH} characters.`),
    history: z
      .array(z.object({ question: z.string(), answer: z.string().nullish() }))
      .optional()
      .describe('Earlier turns, oldest first: what "it" or "there" in the question speaks of.'),
    filter: articleFilter,
  },
  output: {
    answered: z.boolean().describe('Whether the articles answer.'),
    interpretedQuestion: z.string().describe('The question as it was searched.'),
    text: z
      .string()
      .nullable()
      .describe('The quotes joined, to be shown as the answer; null when not answered.'),
    citations: z.array(citation).describe('Where each quote stands; empty when not answered.'),
    confidence: z.number().describe('Probability (0 to 1) that the quotes answer the question.'),
    threshold: z.number().describe('The least confidence that makes an answer.'),
    reason: z.string().nullable().describe('Why there is no answer; null when answered.'),
    nearest: z.array(passageHit).describe('When not answered: the passages that came closest.'),
  },
  run: async (request, { engine, signal }) => toAnswer(await engine.ask(request, { signal })),
});

function toAnswer(result: AskResult) {
  const { interpretedQuestion, confidence, threshold } = result;
  const common = { interpretedQuestion, confidence, threshold };
  if (result.kind === 'NoAnswer') {
    const { reason, nearest } = result;
    return {
      ...common,
      answered: false,
      text: null,
      citations: [],
      reason,
      nearest: nearest.map(toPassageHit),
    };
  }
  const citations = result.citations.map(({ number, quote, start, end, answerSpan, passage }) => ({
    number,
    quote,
    start,
    end,
    answer: answerSpan && passage.article.text.slice(answerSpan.start, answerSpan.end),
    article: toQuotedArticle(passage.article),
    link: articleUri(passage.articleKey, { start, end }),
  }));
  return { ...common, answered: true, text: result.text, citations, reason: null, nearest: [] };
}
