import { certaintyOf, confidenceOf } from '@footnote/answering';
import { areaUnderRoc, calibrationError } from '@footnote/evaluation';
import type { CaseKind } from './case.ts';
import { type FeatureNames, firstOf, fitModel, isChanged, isDoubtful, isRight, round } from './fit-model.ts';
import type { JudgedCase } from './judged-case.ts';

/** What a model that has not seen a case's set makes of it. */
export interface LeftOutCase {
  readonly set: string;
  readonly kind: CaseKind | 'CHANGED';
  readonly change: CaseKind | null;
  readonly question: string;
  /** Whether the sentence that comes first holds an accepted answer. */
  readonly isRight: boolean;
  readonly confidence: number;
}

/** Each set, judged by a model that was fitted on the others. */
export function judgeLeftOut(cases: readonly JudgedCase[], names: FeatureNames): LeftOutCase[] {
  const sets = [...new Set(cases.map(({ set }) => set))];
  return sets.flatMap((set) => {
    const model = fitModel(
      cases.filter((one) => one.set !== set),
      names,
    );
    return cases
      .filter((one) => one.set === set)
      .map((one) => ({ one, first: firstOf(one, model) }))
      .filter(({ one, first }) => !isDoubtful(one, first))
      .map(({ one, first }) => ({
        set,
        kind: isChanged(one) ? ('CHANGED' as const) : one.kind,
        change: isChanged(one) ? one.kind : null,
        question: one.question,
        isRight: isRight(one, first),
        confidence: first === null ? 0 : confidenceOf(first.features, model),
      }));
  });
}

/**
 * Of a hundred questions that the articles cannot answer, so many are of each kind: most people ask of what is simply
 * not there, few of what a story that is there leaves out, or of something near it; fewer set traps.
 */
const MIXTURE = { HIDDEN: 90, NEAR: 5, CHANGED: 4, UNANSWERABLE: 1 } as const;
/** So many of them at most are answered. */
const MOST_ANSWERED = 5;

/** The least threshold at which no more than MOST_ANSWERED of the mixture are answered, all sets weighing the same. */
export function thresholdOf(cases: readonly LeftOutCase[]): number {
  for (let threshold = 0.01; threshold < 1; threshold += 0.01) {
    if (answeredOfMixture(cases, threshold) <= MOST_ANSWERED) return round(threshold);
  }
  return 1;
}

function answeredOfMixture(cases: readonly LeftOutCase[], threshold: number): number {
  const kinds = Object.entries(MIXTURE);
  return kinds.reduce((sum, [kind, times]) => sum + times * answeredOfKind(cases, kind, threshold), 0);
}

/** Share answered, mean of the sets that have the kind. */
function answeredOfKind(cases: readonly LeftOutCase[], kind: string, threshold: number): number {
  const shares = setsOf(cases)
    .map((set) => cases.filter((one) => one.set === set && one.kind === kind))
    .filter((ofSet) => ofSet.length > 0)
    .map((ofSet) => share(ofSet, ({ confidence }) => confidence >= threshold));
  return shares.length === 0 ? 0 : shares.reduce((sum, value) => sum + value, 0) / shares.length;
}

/** What comes of each set at a threshold. */
export function reportOf(cases: readonly LeftOutCase[], threshold: number) {
  const sets = Object.fromEntries(
    setsOf(cases).map((set) => [
      set,
      measuresOf(
        cases.filter((one) => one.set === set),
        threshold,
      ),
    ]),
  );
  const changes = [...new Set(cases.flatMap(({ change }) => change ?? []))].toSorted();
  const refusedByChange = Object.fromEntries(
    changes.map((change) => [
      change,
      round(
        share(
          cases.filter((one) => one.change === change),
          ({ confidence }) => confidence < threshold,
        ),
      ),
    ]),
  );
  return {
    questions: cases.length,
    answeredOfMixture: round(answeredOfMixture(cases, threshold) / 100),
    calibrationError: round(calibrationError(cases.map(toForecast))),
    refusedByChange,
    byCertainty: byCertainty(cases.filter(({ confidence }) => confidence >= threshold)),
    sets,
  };
}

/** Of the answers given: how many are of each degree, and how many of these are right. */
function byCertainty(answered: readonly LeftOutCase[]) {
  return (['SURE', 'LIKELY', 'POSSIBLE'] as const).map((certainty) => {
    const ofDegree = answered.filter(({ confidence }) => certaintyOf(confidence) === certainty);
    const asAsked = ofDegree.filter(
      ({ kind }) => kind === 'ANSWERABLE' || kind === 'HIDDEN' || kind === 'NEAR',
    );
    const countRight = (some: readonly LeftOutCase[]) => some.filter((one) => one.isRight).length;
    return {
      certainty,
      asAsked: { answers: asAsked.length, right: countRight(asAsked) },
      all: { answers: ofDegree.length, right: countRight(ofDegree) },
    };
  });
}

function measuresOf(cases: readonly LeftOutCase[], threshold: number) {
  const of = (kind: LeftOutCase['kind']) => cases.filter((one) => one.kind === kind);
  const answerable = of('ANSWERABLE');
  const refused = (kind: LeftOutCase['kind']) =>
    of(kind).length === 0 ? null : round(share(of(kind), ({ confidence }) => confidence < threshold));
  return {
    answerable: answerable.length,
    firstQuoteRight: round(share(answerable, (one) => one.isRight)),
    answered: round(share(answerable, ({ confidence }) => confidence >= threshold)),
    hiddenRefused: refused('HIDDEN'),
    nearRefused: refused('NEAR'),
    changedRefused: refused('CHANGED'),
    unanswerableRefused: refused('UNANSWERABLE'),
    areaUnderRoc: {
      hidden: areaAgainst(answerable, of('HIDDEN')),
      near: areaAgainst(answerable, of('NEAR')),
      changed: areaAgainst(answerable, of('CHANGED')),
      unanswerable: areaAgainst(answerable, of('UNANSWERABLE')),
    },
    calibrationError: round(calibrationError(cases.map(toForecast))),
  };
}

function areaAgainst(answerable: readonly LeftOutCase[], others: readonly LeftOutCase[]): number | null {
  const forecasts = [...answerable, ...others].map(({ confidence, kind }) => ({
    probability: confidence,
    isTrue: kind === 'ANSWERABLE',
  }));
  const area = areaUnderRoc(forecasts);
  return area === null ? null : round(area);
}

function toForecast({ confidence, isRight: isTrue }: LeftOutCase) {
  return { probability: confidence, isTrue };
}

function setsOf(cases: readonly LeftOutCase[]): string[] {
  return [...new Set(cases.map(({ set }) => set))];
}

function share<T>(cases: readonly T[], isSo: (one: T) => boolean): number {
  return cases.filter(isSo).length / Math.max(1, cases.length);
}
