import type { AskResult, Citation, Engine } from '@footnote/engine';
import { holdsAnswer, isExact } from './answer-measures.ts';
import type { LabelledQuestion } from './labelled-set.ts';
import { areaUnderRoc, brierScore, calibrationError, type Forecast } from './probability-measures.ts';

export interface AnswerReport {
  /** Questions that the articles answer. */
  readonly questions: number;
  readonly answered: number;
  /** Share of the questions, refused ones counting as misses, whose first quote holds the answer. */
  readonly firstQuote: number;
  /** The same for any quote. */
  readonly anyQuote: number;
  /** Share of the answered questions whose first quote holds the answer. */
  readonly firstQuoteWhenAnswered: number | null;
  /** Share of the answered questions whose first answer span is the answer, word for word; null without spans. */
  readonly exactSpanWhenAnswered: number | null;
}

export interface RefusalReport {
  readonly threshold: number;
  readonly answerable: { readonly answered: number; readonly refused: number };
  readonly unanswerable: { readonly answered: number; readonly refused: number };
  /** Of the refused questions, the share that the articles do not answer. */
  readonly precision: number | null;
  /** Of the questions that the articles do not answer, the share refused. */
  readonly recall: number | null;
  /** Of the answers given, the share whose first quote holds the answer. */
  readonly answerPrecision: number | null;
  /** How well confidence tells questions that the articles answer from those that they do not. */
  readonly auroc: number | null;
  /**
   * Confidence against whether the first quote holds the answer, over the questions of which that is known: those
   * answered, and those without an answer. What a refused answerable question would have quoted is not known.
   */
  readonly brier: number;
  readonly calibrationError: number;
}

/** What came of one question. */
interface Outcome {
  readonly answerable: boolean;
  readonly answered: boolean;
  readonly confidence: number;
  readonly threshold: number;
  readonly firstHolds: boolean;
  readonly anyHolds: boolean;
  /** Null without a span. */
  readonly exactSpan: boolean | null;
}

/** Asks the questions of which the set says whether its documents answer them. */
export async function evaluateAnswers(
  engine: Pick<Engine, 'ask'>,
  questions: readonly LabelledQuestion[],
  onQuestion: () => void,
): Promise<{ answers: AnswerReport | null; refusal: RefusalReport | null }> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    if (question.isImpossible !== null) outcomes.push(await askOne(engine, question));
    onQuestion();
  }
  return { answers: reportAnswers(outcomes), refusal: reportRefusal(outcomes) };
}

async function askOne(engine: Pick<Engine, 'ask'>, question: LabelledQuestion): Promise<Outcome> {
  const { answers, isImpossible } = question;
  const result = await engine.ask({ question: question.text });
  const quotes = quotesOf(result);
  const holds = ({ quote }: Citation) => holdsAnswer(quote, answers);
  const [first] = quotes;
  return {
    answerable: !isImpossible,
    answered: first !== undefined,
    confidence: result.confidence,
    threshold: result.threshold,
    firstHolds: first !== undefined && holds(first),
    anyHolds: quotes.some(holds),
    exactSpan: first ? hasExactSpan(first, answers) : null,
  };
}

function quotesOf(result: AskResult): readonly Citation[] {
  return result.kind === 'Answer' ? result.citations : [];
}

function hasExactSpan({ quote, start, answerSpan }: Citation, answers: readonly string[]): boolean | null {
  return answerSpan && isExact(quote.slice(answerSpan.start - start, answerSpan.end - start), answers);
}

function reportAnswers(outcomes: readonly Outcome[]): AnswerReport | null {
  const asked = outcomes.filter(({ answerable }) => answerable);
  if (asked.length === 0) return null;
  const answered = asked.filter((outcome) => outcome.answered);
  const withSpan = answered.filter(({ exactSpan }) => exactSpan !== null);
  return {
    questions: asked.length,
    answered: answered.length,
    firstQuote: count(asked, 'firstHolds') / asked.length,
    anyQuote: count(asked, 'anyHolds') / asked.length,
    firstQuoteWhenAnswered: ratio(count(answered, 'firstHolds'), answered.length),
    exactSpanWhenAnswered: ratio(count(withSpan, 'exactSpan'), withSpan.length),
  };
}

function reportRefusal(outcomes: readonly Outcome[]): RefusalReport | null {
  const [one] = outcomes;
  if (!one) return null;
  const answerable = split(outcomes.filter((outcome) => outcome.answerable));
  const unanswerable = split(outcomes.filter((outcome) => !outcome.answerable));
  const known = outcomes.filter((outcome) => outcome.answered || !outcome.answerable);
  const told: Forecast[] = known.map(({ confidence, firstHolds }) => ({
    probability: confidence,
    isTrue: firstHolds,
  }));
  return {
    threshold: one.threshold,
    answerable,
    unanswerable,
    precision: ratio(unanswerable.refused, unanswerable.refused + answerable.refused),
    recall: ratio(unanswerable.refused, unanswerable.refused + unanswerable.answered),
    answerPrecision: ratio(count(outcomes, 'firstHolds'), count(outcomes, 'answered')),
    auroc: areaUnderRoc(
      outcomes.map((outcome) => ({ probability: outcome.confidence, isTrue: outcome.answerable })),
    ),
    brier: brierScore(told),
    calibrationError: calibrationError(told),
  };
}

function split(outcomes: readonly Outcome[]): { answered: number; refused: number } {
  const answered = count(outcomes, 'answered');
  return { answered, refused: outcomes.length - answered };
}

type Flag = 'answered' | 'firstHolds' | 'anyHolds' | 'exactSpan';

function count(outcomes: readonly Outcome[], flag: Flag): number {
  return outcomes.filter((outcome) => outcome[flag] === true).length;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
