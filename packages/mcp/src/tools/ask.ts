import type { AskResult, Citation, Prose } from '@footnote/engine';
import { MAX_QUERY_LENGTH, MAX_TURNS } from '@footnote/engine';
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
  contextBefore: z.string().nullable().describe('The sentence before the quote in its article, if any.'),
  contextAfter: z.string().nullable().describe('The sentence after it, if any.'),
  article: quotedArticle,
  link: z.string().describe('A resource of this server: the article, and where the quote stands in it.'),
});

const disagreement = z.object({
  on: z.string().describe('What the articles differ on, in the words of the question.'),
  citationNumbers: z.array(z.int()).describe('The citations that differ, newest article first.'),
});

const collection = z.object({
  articles: z.int(),
  publishedFrom: z.string().nullable().describe('Day of the oldest dated article, YYYY-MM-DD.'),
  publishedTo: z.string().nullable().describe('Day of the newest.'),
  sources: z.array(z.string()).describe('Who published them, most articles first.'),
});

const prose = z.object({
  text: z.string().nullable().describe('Null when there is none.'),
  sentences: z.array(z.object({ text: z.string(), citationNumbers: z.array(z.int()) })),
  dropped: z.int().describe('Sentences of the model that were left out: its quotes do not hold them.'),
  reason: z.string().nullable().describe('Why there is none.'),
  writer: z.object({ host: z.string(), model: z.string() }).describe('The model that was sent the quotes.'),
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
      .describe(
        `Earlier turns, oldest first, of which the last ${MAX_TURNS} are read: what "it" or "there" in the question speaks of.`,
      ),
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
    certainty: z
      .enum(['SURE', 'LIKELY', 'POSSIBLE'])
      .nullable()
      .describe('How far to rely on the answer; null when not answered.'),
    disagreements: z
      .array(disagreement)
      .describe('Where the articles give different figures or dates: name them all, with their days.'),
    unanswered: z
      .array(z.string())
      .describe('Of several questions asked at once, those that the articles do not answer.'),
    prose: prose
      .nullable()
      .describe('The quotes arranged by a language model, where one is set; show it only beside the quotes.'),
    reason: z.string().nullable().describe('Why there is no answer; null when answered.'),
    explanation: z
      .string()
      .nullable()
      .describe('When not answered: which words no article has, and why the nearest was not trusted.'),
    collection: collection
      .nullable()
      .describe('All that is indexed, when the question is about that, or the filter leaves nothing.'),
    nearest: z.array(passageHit).describe('When not answered: the passages that came closest.'),
  },
  run: async (request, { engine, signal }) => {
    const result = await engine.ask(request, { signal });
    return toAnswer(result, result.kind === 'Answer' ? await engine.prose(result, { signal }) : null);
  },
});

function toAnswer(result: AskResult, written: Prose | null) {
  const { interpretedQuestion, confidence, threshold } = result;
  const common = { interpretedQuestion, confidence, threshold };
  if (result.kind === 'NoAnswer') {
    const { reason, explanation, nearest } = result;
    return {
      ...common,
      answered: false,
      text: null,
      citations: [],
      certainty: null,
      disagreements: [],
      unanswered: [],
      prose: null,
      reason,
      explanation,
      collection: result.collection && { ...result.collection, sources: [...result.collection.sources] },
      nearest: nearest.map(toPassageHit),
    };
  }
  const { text, certainty, disagreements, unanswered } = result;
  return {
    ...common,
    answered: true,
    text,
    citations: result.citations.map(toCitation),
    certainty,
    disagreements: disagreements.map(({ on, citationNumbers }) => ({
      on,
      citationNumbers: [...citationNumbers],
    })),
    unanswered: [...unanswered],
    prose: written && { ...written, sentences: written.sentences.map(toProseSentence) },
    reason: null,
    explanation: null,
    collection: null,
    nearest: [],
  };
}

function toProseSentence({ text, citationNumbers }: Prose['sentences'][number]) {
  return { text, citationNumbers: [...citationNumbers] };
}

function toCitation({ answerSpan, passage, ...quoted }: Citation): z.input<typeof citation> {
  const { number, quote, start, end, contextBefore, contextAfter } = quoted;
  return {
    number,
    quote,
    start,
    end,
    answer: answerSpan && passage.article.text.slice(answerSpan.start, answerSpan.end),
    contextBefore,
    contextAfter,
    article: toQuotedArticle(passage.article),
    link: articleUri(passage.articleKey, { start, end }),
  };
}
