import {
  type AnswerModel,
  confidenceOf,
  type DecisionFeature,
  type LinearModel,
  scoreSentence,
} from '@footnote/answering';
import type { CaseSentence, JudgedCase } from './judged-case.ts';
import { fitListwise } from './listwise-regression.ts';
import { fitLogistic } from './logistic-regression.ts';

/** What each of the two regressions looks at, beside what speaks against a sentence. */
export interface FeatureNames {
  readonly ranking: readonly (keyof CaseSentence['features'])[];
  readonly decision: readonly DecisionFeature[];
}

export const WITH_READER: FeatureNames = {
  ranking: ['margin', 'retrieval', 'passageSimilarity'],
  decision: ['margin', 'retrieval', 'passageSimilarity', 'similarityFall'],
};
export const WITHOUT_READER: FeatureNames = {
  ranking: ['sentenceCoverage', 'passageCoverage', 'retrieval', 'passageSimilarity', 'sentenceSimilarity'],
  decision: [
    'sentenceCoverage',
    'sentenceSimilarity',
    'passageSimilarity',
    'bestSimilarity',
    'similarityFall',
  ],
};

/**
 * What weighs at least so much in the log odds, whatever few examples say: a plain contradiction refuses. What is only
 * doubtful weighs what the regression finds, and never speaks for a sentence.
 */
const PLAIN: Partial<Record<DecisionFeature, number>> = {
  dateDiffers: -4,
  dateMissing: -4,
  nameDiffers: -4,
  roleDiffers: -4,
  polarityDiffers: -4,
  oppositeSaid: -4,
  noReason: -4,
  placeTaken: -4,
};
const DOUBTS: readonly DecisionFeature[] = ['numberMissing', 'nameMissing', 'nameElsewhere', 'wrongKind'];
const PENALTY = 1;
const RANKING_PENALTY = 0.01;
/** Of the weight of a set's questions as they are, the share that its changed ones have together. */
const CHANGED_SHARE = 0.25;

const plain = Object.entries(PLAIN) as [DecisionFeature, number][];

type Fitted = Omit<AnswerModel, 'threshold'>;

/** The ranking, and the decision on the sentence that comes first by it; all sets weigh the same. */
export function fitModel(cases: readonly JudgedCase[], names: FeatureNames): Fitted {
  const ranking = fitRanking(cases, names.ranking);
  return { ranking, decision: fitDecision(cases, { ranking, names: names.decision }) };
}

/** The sentences of the evidence of each answerable question against each other. */
function fitRanking(cases: readonly JudgedCase[], names: FeatureNames['ranking']): AnswerModel['ranking'] {
  const lists = cases
    .filter(({ kind }) => kind === 'ANSWERABLE')
    .map(({ sentences }) =>
      sentences.map(({ features, holds }) => ({
        features: names.map((name) => features[name]),
        isRight: holds,
      })),
    );
  const weights = linearModel(0, fitListwise(lists, RANKING_PENALTY), names).weights;
  return { intercept: 0, weights: { ...weights, ...PLAIN } };
}

function fitDecision(
  cases: readonly JudgedCase[],
  { ranking, names }: { ranking: AnswerModel['ranking']; names: readonly DecisionFeature[] },
): AnswerModel['decision'] {
  const weightOf = weights(cases);
  const firsts = cases.flatMap((one) => {
    const sentence = firstOf(one, { ranking });
    if (sentence === null || isDoubtful(one, sentence)) return [];
    return [{ sentence, isTrue: isRight(one, sentence), weight: weightOf(one) }];
  });
  const offset = ({ features }: CaseSentence) =>
    plain.reduce((sum, [name, weight]) => sum + weight * features[name], 0);
  let fitted: readonly DecisionFeature[] = [...names, ...DOUBTS];
  for (;;) {
    const { intercept, weights: found } = fitLogistic(
      firsts.map(({ sentence, isTrue, weight }) => ({
        features: fitted.map((name) => sentence.features[name]),
        isTrue,
        weight,
        offset: offset(sentence),
      })),
      PENALTY,
    );
    const speaking = fitted.filter((name, i) => DOUBTS.includes(name) && (found[i] as number) > 0);
    if (speaking.length === 0) {
      const { weights: free } = linearModel(intercept, found, fitted);
      return { intercept: round(intercept), weights: { ...free, ...PLAIN } };
    }
    fitted = fitted.filter((name) => !speaking.includes(name));
  }
}

export function isChanged({ kind }: JudgedCase): boolean {
  return kind !== 'ANSWERABLE' && kind !== 'HIDDEN' && kind !== 'UNANSWERABLE';
}

export function isRight({ kind }: JudgedCase, sentence: CaseSentence | null): boolean {
  return kind === 'ANSWERABLE' && sentence?.holds === true;
}

/** Whether nobody has said if the first sentence answers: its article is hidden, and the answer's words stand in another. */
export function isDoubtful({ kind }: JudgedCase, sentence: CaseSentence | null): boolean {
  return kind === 'HIDDEN' && sentence?.holds === true;
}

/** A thousand for the questions of each set, and a share of that for its changed ones. */
function weights(cases: readonly JudgedCase[]): (one: JudgedCase) => number {
  const counts = new Map<string, number>();
  const groupOf = (one: JudgedCase) => `${one.set} ${isChanged(one)}`;
  for (const one of cases) counts.set(groupOf(one), (counts.get(groupOf(one)) ?? 0) + 1);
  return (one) => ((isChanged(one) ? CHANGED_SHARE : 1) * 1000) / (counts.get(groupOf(one)) ?? 1);
}

/** The sentence that comes first by the ranking. */
export function firstOf({ sentences }: JudgedCase, model: Pick<AnswerModel, 'ranking'>): CaseSentence | null {
  let best: { sentence: CaseSentence; score: number } | null = null;
  for (const sentence of sentences) {
    const score = scoreSentence(sentence.features, model);
    if (best === null || score > best.score) best = { sentence, score };
  }
  return best?.sentence ?? null;
}

/** Confidence of the sentence that comes first; 0 without one. */
export function confidenceIn(one: JudgedCase, model: Fitted): number {
  const sentence = firstOf(one, model);
  return sentence === null ? 0 : confidenceOf(sentence.features, model);
}

function linearModel<Name extends string>(
  intercept: number,
  found: readonly number[],
  names: readonly Name[],
): LinearModel<Name> {
  const entries = names.map((name, i) => [name, round(found[i] as number)]);
  return { intercept: round(intercept), weights: Object.fromEntries(entries) };
}

export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
