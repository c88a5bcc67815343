import type { IndexProblem, ProblemCode, Verification } from '@footnote/index';

/** The graph is a copy of what the database holds, and can be made anew from it. */
type IndexPart = 'database' | 'graph';

export interface PartProblem extends IndexProblem {
  readonly part: IndexPart;
}

export interface DirectoryVerification extends Verification {
  readonly problems: readonly PartProblem[];
}

/** Takes down a problem, of the database unless told. */
export type Report = (code: ProblemCode, message: string, part?: IndexPart) => void;
