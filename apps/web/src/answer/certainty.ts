/** How far an answer is to be trusted. */
export type Certainty = 'SURE' | 'LIKELY' | 'POSSIBLE';

/** One word for each, everywhere. */
export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  SURE: 'Sure',
  LIKELY: 'Likely',
  POSSIBLE: 'Possible',
};

/** How sure an answer is, by its confidence; EVALUATION.md says how many of each are right. */
export function certaintyOf(answer: { readonly confidence: number }): Certainty {
  if (answer.confidence >= 0.9) {
    return 'SURE';
  }
  return answer.confidence >= 2 / 3 ? 'LIKELY' : 'POSSIBLE';
}

/** A probability as a frequency, which is easier to judge: "9 in 10", "more than 99 in 100". */
export function frequencyWords(probability: number): string {
  const hundredths = Math.round(probability * 100);
  if (hundredths >= 100) {
    return 'more than 99 in 100';
  }
  if (hundredths <= 0) {
    return 'fewer than 1 in 100';
  }
  return hundredths % 10 === 0 ? `${hundredths / 10} in 10` : `${hundredths} in 100`;
}
