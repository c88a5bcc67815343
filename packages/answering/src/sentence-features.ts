/**
 * What is known of one sentence as an answer to one question. Each is bounded, so that a passage not yet read has a
 * best possible score.
 */
export interface SentenceFeatures {
  /** Rarity-weighted share of the question's words in the sentence, 0 to 1. */
  readonly sentenceCoverage: number;
  /** The same for its passage and the article's title. */
  readonly passageCoverage: number;
  /** Share of the question's names and numbers in the passage, title and date, 0 to 1. */
  readonly nameCoverage: number;
  /** 1 when the words that answer, or without a reader the sentence, are or hold the kind of thing asked for, else 0. */
  readonly kind: number;
  /** Fused score of the passage, 0 to 1. */
  readonly retrieval: number;
  /** Cosine of question and passage, -1 to 1. */
  readonly passageSimilarity: number;
  /** Cosine of question and sentence, -1 to 1. Without a reader only, else 0. */
  readonly sentenceSimilarity: number;
  /** The reader's margin, clipped to ±MARGIN_LIMIT; 0 without a reader. */
  readonly margin: number;
}

/** Margins beyond this say nothing more. */
export const MARGIN_LIMIT = 16;

export function clipMargin(margin: number): number {
  return Math.max(-MARGIN_LIMIT, Math.min(MARGIN_LIMIT, margin));
}

/** A weighted sum of features: log odds of the decision, rank of a sentence. */
export interface LinearModel {
  readonly intercept: number;
  readonly weights: Readonly<Partial<Record<keyof SentenceFeatures, number>>>;
}

/** How sentences are ranked, and how the first of them is trusted. */
export interface AnswerModel {
  /** Of the evidence's sentences, which answers best. */
  readonly ranking: LinearModel;
  /** Whether a sentence quoted first answers the question: its logistic is the confidence. */
  readonly decision: LinearModel;
  /** An answer is given at this confidence or above. */
  readonly threshold: number;
}

/** How well a sentence answers beside the others of the evidence; comparable within one question only. */
export function scoreSentence(features: SentenceFeatures, { ranking }: Pick<AnswerModel, 'ranking'>): number {
  return logOdds(features, ranking);
}

/** Calibrated probability (0 to 1) that a sentence answers the question. */
export function confidenceOf(
  features: SentenceFeatures,
  { decision }: Pick<AnswerModel, 'decision'>,
): number {
  return 1 / (1 + Math.exp(-logOdds(features, decision)));
}

function logOdds(features: SentenceFeatures, model: LinearModel): number {
  let sum = model.intercept;
  for (const [name, weight] of Object.entries(model.weights)) {
    sum += weight * features[name as keyof SentenceFeatures];
  }
  return sum;
}
