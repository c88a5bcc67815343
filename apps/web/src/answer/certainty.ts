import type { Answer } from '../graphql/ask-fields.ts';

/** How far an answer may be relied on: one word for each certainty, everywhere. */
export const CERTAINTY_WORDS: Readonly<Record<Answer['certainty'], string>> = {
  SURE: 'Sure',
  LIKELY: 'Likely',
  POSSIBLE: 'Possible',
};

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
