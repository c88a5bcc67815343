import { type AnswerModel, type DecisionFeature, type LinearModel, weighTogether } from '@footnote/answering';
import type { CaseKind } from './case.ts';
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
  decision: ['margin', 'passageSimilarity', 'askedWords', 'agreement'],
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
  dateDiffers: -5,
  dateMissing: -5,
  numberDiffers: -5,
  countsOther: -5,
  nameDiffers: -5,
  roleDiffers: -5,
  polarityDiffers: -5,
  oppositeSaid: -5,
  noReason: -5,
  retracted: -5,
  placeTaken: -5,
};
/** In the ranking twice that: what is contradicted never stands before what is not. */
const PLAIN_IN_RANKING = 2;
const DOUBTS: readonly DecisionFeature[] = [
  'numberMissing',
  'nameMissing',
  'nameElsewhere',
  'qualifierMissing',
  'wrongKind',
];
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
  const plainly = Object.fromEntries(plain.map(([name, weight]) => [name, PLAIN_IN_RANKING * weight]));
  return { intercept: 0, weights: { ...weights, ...plainly } };
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

const AS_ASKED: ReadonlySet<CaseKind> = new Set(['ANSWERABLE', 'HIDDEN', 'NEAR', 'UNANSWERABLE']);

export function isChanged({ kind }: JudgedCase): boolean {
  return !AS_ASKED.has(kind);
}

export function isRight({ kind }: JudgedCase, sentence: CaseSentence | null): boolean {
  return kind === 'ANSWERABLE' && sentence?.holds === true;
}

/** Whether nobody has said if the first sentence answers: its article is hidden, and the answer's words stand in another. */
export function isDoubtful({ kind }: JudgedCase, sentence: CaseSentence | null): boolean {
  return (kind === 'HIDDEN' || kind === 'NEAR') && sentence?.holds === true;
}

/** A thousand for the questions of each set, and a share of that for its changed ones. */
function weights(cases: readonly JudgedCase[]): (one: JudgedCase) => number {
  const counts = new Map<string, number>();
  const groupOf = (one: JudgedCase) => `${one.set} ${isChanged(one)}`;
  for (const one of cases) counts.set(groupOf(one), (counts.get(groupOf(one)) ?? 0) + 1);
  return (one) => ((isChanged(one) ? CHANGED_SHARE : 1) * 1000) / (counts.get(groupOf(one)) ?? 1);
}

/** The sentence that comes first by the ranking. */
export function firstOf(
  { sentences, evidence }: JudgedCase,
  { ranking }: Pick<AnswerModel, 'ranking'>,
): CaseSentence | null {
  const undecided = { ranking, decision: { intercept: 0, weights: {} }, threshold: 0 };
  return weighTogether(sentences, evidence, undecided)[0] ?? null;
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
