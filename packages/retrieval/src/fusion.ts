import type { Candidate } from '@footnote/index';

/** How one candidate scored in each ranking; null where the ranking does not hold it. */
export type CandidateScores = Pick<Candidate, 'lexical' | 'semantic'>;

export interface FusedScore {
  /** 0 to 1; `lexicalPart + semanticPart`. */
  readonly score: number;
  /** 0 to 1; what is the most for the words' ranking depends on how far its best stands out. */
  readonly lexicalPart: number;
  /** 0 to 1. */
  readonly semanticPart: number;
}

/**
 * Both scores, each divided by its standard deviation over the candidates and added (a sum of z-scores, CombSUM over
 * "ZMUV" of Montague and Aslam 2001), then brought to 0..1. A ranking that tells its best clearly from the rest so
 * weighs more than one that does not: words where the question names what few passages hold, meaning where it is
 * short and plain. EVALUATION.md has what it measures beside an even mean of min-max scaled scores.
 *
 * A candidate that a ranking does not hold gets 0 from it.
 */
export function fuse(candidates: readonly CandidateScores[]): FusedScore[] {
  const lexical = scaleOf(candidates.map((candidate) => candidate.lexical));
  const semantic = scaleOf(candidates.map((candidate) => candidate.semantic));
  const share = lexical.range / (lexical.range + semantic.range);
  return candidates.map((candidate) => {
    const lexicalPart = share * lexical.scaled(candidate.lexical);
    const semanticPart = (1 - share) * semantic.scaled(candidate.semantic);
    return { score: lexicalPart + semanticPart, lexicalPart, semanticPart };
  });
}

interface Scale {
  /** From the least to the greatest score, in standard deviations. */
  readonly range: number;
  /** 0 for the least score to 1 for the greatest. */
  scaled(score: number | null): number;
}

/** Of scores that are all the same: what the least different ones would have, one half of them one score. */
const LEAST_RANGE = 2;

function scaleOf(given: readonly (number | null)[]): Scale {
  // In order, so that the sums do not depend on the order of the candidates.
  const scores = new Float64Array(given.map((score) => score ?? 0)).sort();
  const least = scores[0] ?? 0;
  const greatest = scores.at(-1) ?? 0;
  if (greatest === least) return { range: LEAST_RANGE, scaled: (score) => (score === null ? 0 : 1) };
  const scaled = (score: number | null) => ((score ?? 0) - least) / (greatest - least);
  return { range: 1 / standardDeviation(scores.map(scaled)), scaled };
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
