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
  /** 1 when the sentence holds the kind of thing asked for, else 0. */
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

/** A logistic model over the features, and the calibration of its best sentence's probability. */
export interface AnswerModel {
  readonly intercept: number;
  readonly weights: Readonly<Partial<Record<keyof SentenceFeatures, number>>>;
  /** Platt scaling of the first quote's logit: `sigmoid(slope * logit + offset)` is the confidence. */
  readonly calibration: { readonly slope: number; readonly offset: number };
  /** An answer is given at this confidence or above. */
  readonly threshold: number;
}

/** Log odds that the sentence answers, before calibration. */
export function scoreSentence(features: SentenceFeatures, model: AnswerModel): number {
  let logit = model.intercept;
  for (const [name, weight] of Object.entries(model.weights)) {
    logit += weight * features[name as keyof SentenceFeatures];
  }
  return logit;
}

/** Calibrated probability (0 to 1) that a sentence with this score, quoted first, answers the question. */
export function confidenceOf(score: number, model: AnswerModel): number {
  const { slope, offset } = model.calibration;
  return 1 / (1 + Math.exp(-(slope * score + offset)));
}
