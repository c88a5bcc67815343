import type { Contradictions } from './contradictions.ts';

/**
 * What is known of one sentence as an answer to one question, beside what speaks against it. Each is bounded, so that
 * a passage not yet read has a best possible score.
 */
interface SentenceFeatures {
  /** The reader's margin, clipped to ±MARGIN_LIMIT; 0 without a reader. */
  readonly margin: number;
  /** Fused score of the passage, 0 to 1. */
  readonly retrieval: number;
  /** Cosine of question and passage, -1 to 1. */
  readonly passageSimilarity: number;
  /** Rarity-weighted share of the question's words in the sentence and what it leans on, 0 to 1. */
  readonly sentenceCoverage: number;
  /** The same for its passage and the article's title. */
  readonly passageCoverage: number;
  /** Cosine of question and sentence, -1 to 1. Without a reader only, else 0. */
  readonly sentenceSimilarity: number;
}

/** What is known of all that was found for a question, whichever sentence comes first. */
export interface EvidenceFeatures {
  /** Greatest cosine of the question and any passage found, -1 to 1. */
  readonly bestSimilarity: number;
  /** By how much the tenth greatest is less: how far the best stands out. 0 to 2. */
  readonly similarityFall: number;
  /** How much the question says: its words of weight, of MANY_WORDS at most. 0 to 1. */
  readonly askedWords: number;
  /** How far the passages read agree on the sentence that comes first (`agreementOf`); 1 without a reader. 0 to 1. */
  readonly agreement: number;
}

/** A question of so many words of weight says as much as one need. */
const MANY_WORDS = 12;

export function askedWordsOf(words: number): number {
  return Math.min(words, MANY_WORDS) / MANY_WORDS;
}

/** Margins beyond this say nothing more. */
export const MARGIN_LIMIT = 10;

export function clipMargin(margin: number): number {
  return Math.max(-MARGIN_LIMIT, Math.min(MARGIN_LIMIT, margin));
}

/** A weighted sum of features. */
export interface LinearModel<Name extends string> {
  readonly intercept: number;
  readonly weights: Readonly<Partial<Record<Name, number>>>;
}

export type RankingFeature = keyof SentenceFeatures | keyof Contradictions;
export type DecisionFeature = RankingFeature | keyof EvidenceFeatures;

/** How sentences are ranked, and how the first of them is trusted. */
export interface AnswerModel {
  /** Of the evidence's sentences, which answers best. */
  readonly ranking: LinearModel<RankingFeature>;
  /** Whether a sentence answers the question: its logistic is the confidence. */
  readonly decision: LinearModel<DecisionFeature>;
  /** An answer is given at this confidence or above, unless another threshold is set. */
  readonly threshold: number;
}

/** How well a sentence answers beside the others of the evidence; comparable within one question only. */
export function scoreSentence(
  features: Readonly<Record<RankingFeature, number>>,
  { ranking }: Pick<AnswerModel, 'ranking'>,
): number {
  return weightedSum(features, ranking);
}

/** Calibrated probability (0 to 1) that a sentence answers the question. */
export function confidenceOf(
  features: Readonly<Record<DecisionFeature, number>>,
  { decision }: Pick<AnswerModel, 'decision'>,
): number {
  return 1 / (1 + Math.exp(-weightedSum(features, decision)));
}

function weightedSum<Name extends string>(
  features: Readonly<Record<Name, number>>,
  { intercept, weights }: LinearModel<Name>,
): number {
  let sum = intercept;
  for (const name of Object.keys(weights) as Name[]) sum += (weights[name] ?? 0) * features[name];
  return sum;
}
