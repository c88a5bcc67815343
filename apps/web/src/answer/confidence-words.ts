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

/** How sure an answer is: "Very sure", "Fairly sure" or "Not sure". */
export function sureness(confidence: number): string {
  if (confidence >= 0.9) {
    return 'Very sure';
  }
  return confidence >= 0.7 ? 'Fairly sure' : 'Not sure';
}
