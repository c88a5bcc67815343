import { FootnoteError } from '@footnote/core';
import type { IndexReader } from '@footnote/index';
import type { Embedder } from '@footnote/inference';
import type { PassageReader } from '@footnote/reader';
import { MAX_QUERY_LENGTH, type Retriever, type SearchHit } from '@footnote/retrieval';
import answerModels from './answer-models.json' with { type: 'json' };
import type {
  Answer,
  Answerer,
  AskRequest,
  AskResult,
  Citation,
  NoAnswer,
  NoAnswerReason,
} from './ask-result.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { interpretQuestion } from './interpret-question.ts';
import { createOverlapJudge, createReadingJudge, type Judge, type JudgedSentence } from './judge-evidence.ts';
import { type AnswerModel, confidenceOf } from './sentence-features.ts';

/** How many passages are read for one question: the right one is among the first five 96 to 99 times in 100. */
export const EVIDENCE = 10;
/** How many of them a refusal shows. */
const NEAREST = 5;
/** Below this share of the question's words and this cosine nothing is close to the question. */
const CLOSE = { coverage: 0.25, similarity: 0.3 };

export interface AnsweringParts {
  readonly index: IndexReader;
  readonly retriever: Retriever;
  readonly embedder: Embedder;
  /** Null answers by words in common and likeness of meaning alone. */
  readonly passageReader: PassageReader | null;
}

/** Answers from what `index` holds, with the model fitted for answering with a reader or without one. */
export function createAnswerer(parts: AnsweringParts): Answerer {
  const { index, embedder, passageReader } = parts;
  if (passageReader === null) {
    const model: AnswerModel = answerModels.withoutReader;
    return answererOf(parts, createOverlapJudge({ index, embedder, model }), model);
  }
  const model: AnswerModel = answerModels.withReader;
  return answererOf(parts, createReadingJudge({ index, reader: passageReader, model }), model);
}

function answererOf({ index, retriever }: AnsweringParts, judge: Judge, model: AnswerModel): Answerer {
  return {
    async ask(request, { onProgress = () => {}, signal } = {}) {
      checkQuestion(request.question);
      const interpreted = interpretQuestion(request.question, request.history);
      const asked = { question: request.question, interpretedQuestion: interpreted.question };
      const refuse = refusalOf(asked, model);
      if (await isEmpty(index, request)) return refuse('NOTHING_TO_SEARCH', []);
      onProgress({ kind: 'AskProgress', stage: 'SEARCHING', evidence: null });
      const evidence = await search(retriever, interpreted.question, { ...request, signal });
      if (interpreted.needsContext) return refuse('NEEDS_CONTEXT', evidence);
      onProgress({ kind: 'AskProgress', stage: 'READING', evidence });
      const judged = await judge.judge(interpreted.question, evidence, { signal });
      onProgress({ kind: 'AskProgress', stage: 'DECIDING', evidence });
      return decide(judged, { asked, evidence, model });
    },
  };
}

async function isEmpty(index: IndexReader, { filter }: AskRequest): Promise<boolean> {
  return (await index.withSearcher((searcher) => searcher.countArticles(filter))) === 0;
}

function checkQuestion(question: string): void {
  if (question.trim() === '') {
    throw new FootnoteError('BLANK_QUESTION', 'The question is blank. Write what you want to know.');
  }
  if (question.length > MAX_QUERY_LENGTH) {
    const message = `The question has ${question.length} characters; the limit is ${MAX_QUERY_LENGTH}. Shorten it.`;
    throw new FootnoteError('QUESTION_TOO_LONG', message);
  }
}

/** An interpreted question may be longer than what was asked: it is searched as far as the limit goes. */
async function search(
  retriever: Retriever,
  question: string,
  request: AskRequest & { signal?: AbortSignal | undefined },
): Promise<SearchHit[]> {
  const query = question.slice(0, MAX_QUERY_LENGTH);
  const page = await retriever.search(
    { query, first: EVIDENCE, filter: request.filter },
    { signal: request.signal },
  );
  return page.edges.map((edge) => edge.node);
}

type Asked = Pick<Answer, 'question' | 'interpretedQuestion'>;

function refusalOf(
  asked: Asked,
  model: AnswerModel,
): (reason: NoAnswerReason, evidence: readonly SearchHit[], confidence?: number) => NoAnswer {
  return (reason, evidence, confidence = 0) => {
    const nearest = evidence.slice(0, NEAREST);
    return { kind: 'NoAnswer', ...asked, reason, confidence, threshold: model.threshold, nearest };
  };
}

function decide(
  judged: readonly JudgedSentence[],
  context: { asked: Asked; evidence: readonly SearchHit[]; model: AnswerModel },
): AskResult {
  const { asked, evidence, model } = context;
  const best = judged.at(0);
  const confidence = best === undefined ? 0 : confidenceOf(best.features, model);
  if (confidence < model.threshold || best === undefined) {
    return refusalOf(asked, model)(
      isClose(judged) ? 'NOT_IN_ARTICLES' : 'NOTHING_CLOSE',
      evidence,
      confidence,
    );
  }
  const citations = chooseQuotes(judged, model).map(toCitation);
  const sentences = citations.map(({ quote, number }) => ({ text: quote, citationNumbers: [number] }));
  const text = sentences.map((sentence) => sentence.text).join(' ');
  return {
    kind: 'Answer',
    ...asked,
    text,
    sentences,
    citations,
    confidence,
    threshold: model.threshold,
    evidence,
  };
}

function isClose(judged: readonly JudgedSentence[]): boolean {
  return judged.some(
    ({ features }) =>
      features.passageCoverage >= CLOSE.coverage || features.passageSimilarity >= CLOSE.similarity,
  );
}

function toCitation(sentence: JudgedSentence, index: number): Citation {
  const { hit, start, end, text, answerSpan } = sentence;
  const { passage } = hit;
  return { number: index + 1, quote: text, start, end, passage, answerSpan };
}
