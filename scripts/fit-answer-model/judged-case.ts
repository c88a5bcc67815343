import {
  type AnswerModel,
  createOverlapJudge,
  createReadingJudge,
  type Evidence,
  type JudgedSentence,
} from '@footnote/answering';
import { holdsAnswer } from '@footnote/evaluation';
import { termsOf } from '@footnote/retrieval';
import { type Case, type CaseKind, rememberedEmbedder, rememberedReader, toEvidence } from './case.ts';

/** A sentence that was found for a question, and whether it holds an accepted answer. */
export interface CaseSentence extends JudgedSentence {
  readonly holds: boolean;
}

/** A case by its features, as the answerer works them out. */
export interface JudgedCase {
  readonly set: string;
  readonly kind: CaseKind;
  readonly question: string;
  readonly evidence: Evidence;
  readonly sentences: readonly CaseSentence[];
}

/** No model yet: all of the evidence is read, in the order found. */
const UNFITTED: AnswerModel = {
  ranking: { intercept: 0, weights: {} },
  decision: { intercept: 0, weights: {} },
  threshold: 0,
};

export async function judgeCase(one: Case, withReader: boolean): Promise<JudgedCase> {
  const judge = withReader
    ? createReadingJudge({ reader: rememberedReader(one), model: UNFITTED, leastRead: one.passages.length })
    : createOverlapJudge({ embedder: rememberedEmbedder(one), model: UNFITTED });
  const evidence = toEvidence(one);
  const judged = await judge.judge(evidence);
  const { set, kind, question } = one;
  const sentences = judged.map((sentence) => ({ ...sentence, holds: holds(sentence.text, one) }));
  return { set, kind, question, evidence, sentences };
}

/** An answer of more words than this is longer than what one sentence need hold. */
const LONG_ANSWER = 15;
/** Share of a sentence's words by which it is part of a long answer. */
const PART_OF_ANSWER = 0.6;

function holds(sentence: string, { kind, answers }: Case): boolean {
  if (kind === 'UNANSWERABLE') return false;
  return holdsAnswer(sentence, answers) || answers.some((answer) => isPartOf(sentence, answer));
}

function isPartOf(sentence: string, answer: string): boolean {
  const answering = termsOf(answer);
  if (answering.length <= LONG_ANSWER) return false;
  const stems = new Set(answering.map(({ stem }) => stem));
  const said = termsOf(sentence);
  return said.filter(({ stem }) => stems.has(stem)).length >= PART_OF_ANSWER * said.length;
}
