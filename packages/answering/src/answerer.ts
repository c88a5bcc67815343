import { FootnoteError } from '@footnote/core';
import type { ArticleFilter, IndexReader } from '@footnote/index';
import type { Embedder } from '@footnote/inference';
import type { PassageReader } from '@footnote/reader';
import { MAX_QUERY_LENGTH, type Retriever, type SearchHit } from '@footnote/retrieval';
import { asksAboutCollection, describeCollection } from './about-collection.ts';
import answerModels from './answer-models.json' with { type: 'json' };
import type { Answer, Answerer, AskResult, NoAnswer, NoAnswerReason } from './ask-result.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { type AnsweredQuestion, certaintyOf, composeAnswer } from './compose-answer.ts';
import { type Evidence, findEvidence } from './evidence.ts';
import { explainFilter, explainRefusal } from './explain-refusal.ts';
import { interpretQuestion } from './interpret-question.ts';
import { createOverlapJudge, createReadingJudge, type Judge } from './judge-evidence.ts';
import type { JudgedSentence } from './judged-sentence.ts';
import { isForeign } from './language-read.ts';
import type { AnswerModel } from './sentence-features.ts';

/** How many passages a refusal shows. */
const NEAREST = 5;
/** Below this share of the question's words and this cosine, in all passages, nothing is close to the question. */
const CLOSE = { coverage: 0.25, similarity: 0.3 };
/** Most questions that are answered at once. */
const MOST_QUESTIONS = 4;

export interface AnsweringParts {
  readonly index: IndexReader;
  readonly retriever: Retriever;
  readonly embedder: Embedder;
  /** Null answers by words in common and likeness of meaning alone. */
  readonly passageReader: PassageReader | null;
}

export interface AnsweringOptions {
  /** The day it is (YYYY-MM-DD), from which "last year" counts. */
  readonly today?: (() => string) | undefined;
}

/** Answers from what `index` holds, with the model fitted for answering with a reader or without one. */
export function createAnswerer(parts: AnsweringParts, options: AnsweringOptions = {}): Answerer {
  const { embedder, passageReader } = parts;
  const fitted: AnswerModel = passageReader ? answerModels.withReader : answerModels.withoutReader;
  const judge = passageReader
    ? createReadingJudge({ reader: passageReader, model: fitted })
    : createOverlapJudge({ embedder, model: fitted });
  return answererOf(parts, { judge, fitted, today: options.today ?? localToday });
}

function localToday(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

interface Deciding {
  readonly judge: Judge;
  readonly fitted: AnswerModel;
  readonly today: () => string;
}

function answererOf(parts: AnsweringParts, { judge, fitted, today }: Deciding): Answerer {
  const { index } = parts;
  return {
    async ask(request, { onProgress = () => {}, signal, threshold = fitted.threshold } = {}) {
      checkQuestion(request.question);
      const model = { ...fitted, threshold };
      const { questions, needsContext } = interpretQuestion(request.question, request.history);
      const given = { question: request.question, interpretedQuestion: questions.join(' ') };
      if ((await countArticles(index, request.filter)) === 0)
        return refusalOf(given, model)(await refuseUnsearched(index, request.filter));
      onProgress({ kind: 'AskProgress', stage: 'SEARCHING', evidence: null });
      const found: Evidence[] = [];
      for (const question of questions.slice(0, MOST_QUESTIONS)) {
        found.push(await findEvidence(parts, { question, filter: request.filter, today: today(), signal }));
      }
      const evidence = allHits(found);
      const asked = { ...given, interpretedQuestion: interpretedAs(found, questions) };
      const refuse = refusalOf(asked, model);
      if (asksAboutCollection(asked.interpretedQuestion) && model.threshold > 0) {
        return refuse({ reason: 'ABOUT_COLLECTION', evidence, collection: await describeCollection(index) });
      }
      if (needsContext) return refuse({ reason: 'NEEDS_CONTEXT', evidence });
      onProgress({ kind: 'AskProgress', stage: 'READING', evidence });
      const judged: JudgedQuestion[] = [];
      for (const one of found) {
        judged.push({ evidence: one, sentences: await judge.judge(one, { signal }) });
      }
      onProgress({ kind: 'AskProgress', stage: 'DECIDING', evidence });
      return decide(judged, { asked, evidence, model });
    },
  };
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

async function countArticles(index: IndexReader, filter?: ArticleFilter): Promise<number> {
  return await index.withSearcher((searcher) => searcher.countArticles(filter));
}

async function refuseUnsearched(index: IndexReader, filter: ArticleFilter = {}): Promise<Refusal> {
  if ((await countArticles(index)) === 0) return { reason: 'NOTHING_TO_SEARCH', evidence: [] };
  const explanation = explainFilter(filter);
  const collection = await describeCollection(index);
  return { reason: 'FILTER_EXCLUDES_ALL', evidence: [], explanation, collection };
}

/** The questions as they were searched: with the names that are meant where one was misspelt. */
function interpretedAs(found: readonly Evidence[], questions: readonly string[]): string {
  return [...found.map(({ question }) => question), ...questions.slice(found.length)].join(' ');
}

/** The hits of all questions, each passage once. */
function allHits(found: readonly Evidence[]): SearchHit[] {
  const places = new Map<string, SearchHit>();
  for (const hit of found.flatMap(({ hits }) => hits)) {
    const place = `${hit.passage.start} ${hit.passage.articleKey}`;
    if (!places.has(place)) places.set(place, hit);
  }
  return [...places.values()];
}

type Asked = Pick<Answer, 'question' | 'interpretedQuestion'>;

interface Refusal extends Partial<Pick<NoAnswer, 'confidence' | 'explanation' | 'collection'>> {
  readonly reason: NoAnswerReason;
  readonly evidence: readonly SearchHit[];
}

function refusalOf(asked: Asked, { threshold }: AnswerModel): (refusal: Refusal) => NoAnswer {
  return ({ reason, evidence, confidence = 0, explanation = null, collection = null }) => {
    const nearest = evidence.slice(0, NEAREST);
    return { kind: 'NoAnswer', ...asked, reason, confidence, threshold, nearest, explanation, collection };
  };
}

interface JudgedQuestion {
  readonly evidence: Evidence;
  /** Most probable answer first. */
  readonly sentences: readonly JudgedSentence[];
}

function decide(
  judged: readonly JudgedQuestion[],
  { asked, evidence, model }: { asked: Asked; evidence: readonly SearchHit[]; model: AnswerModel },
): AskResult {
  const answered = judged.flatMap((one) => answerOf(one, model));
  if (answered.length === 0) return refusalOf(asked, model)({ ...whyRefused(judged, model), evidence });
  const confidence = Math.min(...answered.map((one) => one.confidence));
  const unanswered = judged
    .map((one) => one.evidence.question)
    .filter((question) => !answered.some((one) => one.question === question));
  return {
    kind: 'Answer',
    ...asked,
    ...composeAnswer(answered),
    confidence,
    threshold: model.threshold,
    certainty: certaintyOf(confidence),
    unanswered,
    evidence,
  };
}

function answerOf({ evidence, sentences }: JudgedQuestion, { threshold }: AnswerModel): AnsweredQuestion[] {
  const [best] = sentences;
  if (best === undefined || best.confidence < threshold) return [];
  const { question } = evidence;
  const chosen = chooseQuotes(sentences, { question, threshold });
  return [{ question, chosen, confidence: best.confidence }];
}

/** Of several questions that are all refused, the one that came nearest to an answer speaks for all. */
function whyRefused(judged: readonly JudgedQuestion[], model: AnswerModel) {
  const confidenceOf = ({ sentences }: JudgedQuestion) => sentences[0]?.confidence ?? 0;
  const nearest = judged.reduce((a, b) => (confidenceOf(b) > confidenceOf(a) ? b : a));
  return {
    reason: reasonOf(nearest),
    confidence: confidenceOf(nearest),
    explanation: explainRefusal(nearest.evidence, nearest.sentences[0], model),
  };
}

function reasonOf({ evidence, sentences }: JudgedQuestion): NoAnswerReason {
  if (isForeign(evidence.question) || isInForeignArticles(evidence)) return 'LANGUAGE_NOT_READ';
  const isClose =
    evidence.features.bestSimilarity >= CLOSE.similarity ||
    sentences.some(({ features }) => features.passageCoverage >= CLOSE.coverage);
  return isClose ? 'NOT_IN_ARTICLES' : 'NOTHING_CLOSE';
}

/** Whether the articles that came nearest are all in a language that the models that ship do not read. */
function isInForeignArticles({ hits }: Evidence): boolean {
  const languages = hits.map(({ passage }) => passage.article.language);
  return (
    languages.length > 0 && languages.every((language) => language !== null && !/^en\b/iu.test(language))
  );
}
