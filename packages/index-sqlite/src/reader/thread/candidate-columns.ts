import type { Candidate } from '@footnote/index';

/** Candidates by columns: hundreds of objects take longer between threads than the search that finds them. */
export interface CandidateColumns {
  readonly articleKeys: readonly string[];
  readonly starts: Float64Array;
  /** NaN where there is none. */
  readonly lexical: Float64Array;
  readonly semantic: Float64Array;
  /** Of the articles that have some. */
  readonly duplicates: ReadonlyMap<string, readonly string[]>;
}

export function toColumns(candidates: readonly Candidate[]): CandidateColumns {
  const column = (fieldOf: (candidate: Candidate) => number | null) =>
    Float64Array.from(candidates, (candidate) => fieldOf(candidate) ?? Number.NaN);
  return {
    articleKeys: candidates.map(({ articleKey }) => articleKey),
    starts: column(({ start }) => start),
    lexical: column(({ lexical }) => lexical),
    semantic: column(({ semantic }) => semantic),
    duplicates: new Map(
      candidates
        .filter(({ duplicates }) => duplicates.length > 0)
        .map(({ articleKey, duplicates }) => [articleKey, duplicates]),
    ),
  };
}

export function fromColumns(columns: CandidateColumns): Candidate[] {
  const { articleKeys, starts, lexical, semantic, duplicates } = columns;
  return articleKeys.map((articleKey, index) => ({
    articleKey,
    start: starts[index]!,
    lexical: toScore(lexical[index]!),
    semantic: toScore(semantic[index]!),
    duplicates: duplicates.get(articleKey) ?? NONE,
  }));
}

const NONE: readonly string[] = [];

function toScore(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
