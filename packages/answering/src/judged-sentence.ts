import type { CandidateSentence } from './candidate-sentences.ts';

/** A sentence of the evidence with what is made of it. */
export interface JudgedSentence extends CandidateSentence {
  /** How well it answers beside the others, as `scoreSentence` gives it. */
  readonly score: number;
  /** How probably it answers, as `confidenceOf` gives it. */
  readonly confidence: number;
}
