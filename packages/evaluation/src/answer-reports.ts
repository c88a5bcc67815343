import type { Outcome } from './ask-questions.ts';
import {
  areaUnderRoc,
  brierScore,
  calibrationError,
  type Forecast,
  type ReliabilityBin,
  reliabilityBins,
} from './probability-measures.ts';
import { bootstrap } from './resampling.ts';
import type { Interval } from './wilson-interval.ts';

/** Of each figure: where it lies for all questions of the kind, with a confidence of 95 %; null where there is none. */
export type Intervals<Name extends string = string> = Readonly<Record<Name, Interval | null>>;

export interface AnswerReport {
  /** Questions that the articles answer. */
  readonly questions: number;
  readonly answered: number;
  /** Share of the questions, refused ones counting as misses, whose first quote holds the answer. */
  readonly firstQuote: number;
  /** The same for any quote. */
  readonly anyQuote: number;
  /** The same for the first quote, had no question been refused. */
  readonly firstQuoteNeverRefusing: number;
  /** Share of the answered questions whose first quote holds the answer. */
  readonly firstQuoteWhenAnswered: number | null;
  /** Share of the answered questions whose first answer span is the answer, word for word; null without spans. */
  readonly exactSpanWhenAnswered: number | null;
  readonly intervals: Intervals;
}

export interface RefusalReport {
  readonly threshold: number;
  readonly answerable: { readonly answered: number; readonly refused: number };
  readonly unanswerable: { readonly answered: number; readonly refused: number };
  /**
   * Questions that count nowhere: the document that answers them is hidden, and another holds an accepted answer, so
   * that nobody has said whether it answers.
   */
  readonly doubtful: number;
  /** Of the refused questions, the share that the articles do not answer. */
  readonly precision: number | null;
  /** Of the questions that the articles do not answer, the share refused. */
  readonly recall: number | null;
  /** Of the answers given, the share whose first quote holds the answer. */
  readonly answerPrecision: number | null;
  /** How well confidence tells questions that the articles answer from those that they do not. */
  readonly auroc: number | null;
  /**
   * Confidence against whether the first quote answers, over all questions: of a refused one, what would have been
   * quoted counts. 0 is best.
   */
  readonly brier: number;
  readonly calibrationError: number;
  readonly reliability: readonly ReliabilityBin[];
  readonly intervals: Intervals;
}

/** Null when the articles answer none of the questions. */
export function reportAnswers(outcomes: readonly Outcome[]): AnswerReport | null {
  const asked = outcomes.filter(({ answerable }) => answerable);
  if (asked.length === 0) return null;
  const figures = answerFigures(asked);
  return {
    questions: asked.length,
    answered: count(asked, 'answered'),
    ...figures,
    firstQuote: figures.firstQuote ?? 0,
    anyQuote: figures.anyQuote ?? 0,
    firstQuoteNeverRefusing: figures.firstQuoteNeverRefusing ?? 0,
    intervals: bootstrap(asked, answerFigures, {
      firstQuoteWhenAnswered: count(asked, 'answered'),
      exactSpanWhenAnswered: asked.filter(({ answered, exactSpan }) => answered && exactSpan !== null).length,
    }),
  };
}

/** Null without outcomes. */
export function reportRefusal(given: readonly Outcome[]): RefusalReport | null {
  const [one] = given;
  if (!one) return null;
  const outcomes = given.filter((outcome) => !isDoubtful(outcome));
  const figures = refusalFigures(outcomes);
  const unanswerable = outcomes.filter((outcome) => !outcome.answerable).length;
  const answered = count(outcomes, 'answered');
  return {
    threshold: one.threshold,
    answerable: split(outcomes.filter((outcome) => outcome.answerable)),
    unanswerable: split(outcomes.filter((outcome) => !outcome.answerable)),
    doubtful: given.length - outcomes.length,
    ...figures,
    brier: figures.brier ?? 0,
    calibrationError: figures.calibrationError ?? 0,
    reliability: reliabilityBins(outcomes.map(toForecast)),
    intervals: bootstrap(outcomes, refusalFigures, {
      precision: outcomes.length - answered,
      recall: unanswerable,
      answerPrecision: answered,
      auroc: Math.min(unanswerable, outcomes.length - unanswerable),
    }),
  };
}

/** What of answers can be compared between settings; over the questions that the articles answer. */
export function answerFigures(asked: readonly Outcome[]) {
  const answered = asked.filter((outcome) => outcome.answered);
  const withSpan = answered.filter(({ exactSpan }) => exactSpan !== null);
  return {
    firstQuote: ratio(count(asked, 'firstHolds'), asked.length),
    anyQuote: ratio(count(asked, 'anyHolds'), asked.length),
    firstQuoteNeverRefusing: ratio(count(asked, 'bestHolds'), asked.length),
    firstQuoteWhenAnswered: ratio(count(answered, 'firstHolds'), answered.length),
    exactSpanWhenAnswered: ratio(count(withSpan, 'exactSpan'), withSpan.length),
  };
}

/** What of refusals can be compared between settings. */
export function refusalFigures(outcomes: readonly Outcome[]) {
  const answerable = split(outcomes.filter((outcome) => outcome.answerable));
  const unanswerable = split(outcomes.filter((outcome) => !outcome.answerable));
  const forecasts = outcomes.map(toForecast);
  return {
    precision: ratio(unanswerable.refused, unanswerable.refused + answerable.refused),
    recall: ratio(unanswerable.refused, unanswerable.refused + unanswerable.answered),
    answerPrecision: ratio(rightAnswers(outcomes), count(outcomes, 'answered')),
    auroc: areaUnderRoc(
      outcomes.map((outcome) => ({ probability: outcome.confidence, isTrue: outcome.answerable })),
    ),
    brier: outcomes.length === 0 ? null : brierScore(forecasts),
    calibrationError: outcomes.length === 0 ? null : calibrationError(forecasts),
  };
}

export function isDoubtful({ question, bestHolds }: Outcome): boolean {
  return question.alteration === 'HIDDEN' && bestHolds;
}

function toForecast({ confidence, answerable, bestHolds }: Outcome): Forecast {
  return { probability: confidence, isTrue: answerable && bestHolds };
}

function rightAnswers(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ answerable, firstHolds }) => answerable && firstHolds).length;
}

function split(outcomes: readonly Outcome[]): { answered: number; refused: number } {
  const answered = count(outcomes, 'answered');
  return { answered, refused: outcomes.length - answered };
}

type Flag = 'answered' | 'firstHolds' | 'anyHolds' | 'bestHolds' | 'exactSpan';

function count(outcomes: readonly Outcome[], flag: Flag): number {
  return outcomes.filter((outcome) => outcome[flag] === true).length;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
