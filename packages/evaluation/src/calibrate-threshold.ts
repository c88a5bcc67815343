import { FootnoteError } from '@footnote/core';
import { type Interval, wilsonInterval } from './wilson-interval.ts';

/** A question that was asked, with the confidence it got. */
export interface AskedQuestion {
  readonly confidence: number;
  /** Whether the articles answer it. */
  readonly isAnswerable: boolean;
}

export interface Calibration {
  readonly threshold: number;
  readonly questions: number;
  readonly answerable: number;
  /** Of the answerable questions, the share answered at this threshold. */
  readonly answered: number;
  /** Of the others, the share refused. */
  readonly refused: number;
  /** Where each share lies for all such questions, with a confidence of 95 %; it is the wider the fewer there were. */
  readonly answeredInterval: Interval;
  readonly refusedInterval: Interval;
}

/**
 * The threshold at which the mean of two shares is greatest: of answerable questions, those answered, and of the others,
 * those refused. Of thresholds that do equally well, the middle one. As the shares are of the questions that it was
 * fitted to, they are a little better than those of other questions will be.
 * @throws FootnoteError `DATASET_INVALID` unless there are questions of both kinds
 */
export function calibrateThreshold(asked: readonly AskedQuestion[]): Calibration {
  const answerable = asked.filter(({ isAnswerable }) => isAnswerable);
  const others = asked.filter(({ isAnswerable }) => !isAnswerable);
  checkBothKinds(asked);
  const countAnswered = (threshold: number) =>
    answerable.filter(({ confidence }) => confidence >= threshold).length;
  const countRefused = (threshold: number) =>
    others.filter(({ confidence }) => confidence < threshold).length;
  const tried = Array.from({ length: 99 }, (_, i) => (i + 1) / 100).map((threshold) => ({
    threshold,
    value: countAnswered(threshold) / answerable.length + countRefused(threshold) / others.length,
  }));
  const best = Math.max(...tried.map(({ value }) => value));
  const good = tried.filter(({ value }) => value === best);
  const { threshold } = good[Math.floor(good.length / 2)] as { threshold: number };
  const [answered, refused] = [countAnswered(threshold), countRefused(threshold)];
  return {
    threshold,
    questions: asked.length,
    answerable: answerable.length,
    answered: answered / answerable.length,
    refused: refused / others.length,
    answeredInterval: wilsonInterval(answered, answerable.length) as Interval,
    refusedInterval: wilsonInterval(refused, others.length) as Interval,
  };
}

/** @throws FootnoteError `DATASET_INVALID` unless there are questions of both kinds */
export function checkBothKinds(questions: readonly Pick<AskedQuestion, 'isAnswerable'>[]): void {
  const kinds = new Set(questions.map(({ isAnswerable }) => isAnswerable));
  if (kinds.size === 2) return;
  const missing = kinds.has(true) ? 'that they do not answer ("answers": [])' : 'that the articles answer';
  const message = `A threshold lies between two kinds of questions, and there is none ${missing}. Add some.`;
  throw new FootnoteError('DATASET_INVALID', message);
}
