/** What two texts share, as fractions of all their shingles together: long texts weigh no more than short ones. */
export interface ShingleMatch {
  readonly precision: number;
  readonly recall: number;
}

const SHINGLE_LENGTH = 4;
const TOKEN = /[\p{L}\p{N}_]+/gu;

/**
 * Precision and recall of an extracted text over the multiset of its 4-gram shingles of word tokens, as Zyte's
 * article-extraction-benchmark defines them (github.com/scrapinghub/article-extraction-benchmark, evaluate.py).
 */
export function matchShingles(truth: string, extracted: string): ShingleMatch {
  const wanted = countShingles(truth);
  const found = countShingles(extracted);
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, wanted.get(shingle) ?? 0);
  const missing = total(wanted) - shared;
  const surplus = total(found) - shared;
  if (missing === 0 && surplus === 0) return { precision: 1, recall: 1 };
  return {
    precision: shared === 0 ? 0 : shared / (shared + surplus),
    recall: shared === 0 ? 0 : shared / (shared + missing),
  };
}

/** Harmonic mean, 0 when both are 0. */
export function harmonicMean(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** How often each shingle stands in a text. */
export function countShingles(text: string): Map<string, number> {
  const tokens = text.match(TOKEN) ?? [];
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let start = 0; start < Math.max(1, tokens.length - SHINGLE_LENGTH + 1); start++) {
    const shingle = tokens.slice(start, start + SHINGLE_LENGTH).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: Map<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
