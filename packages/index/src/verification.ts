/**
 * TRUNCATED: a file is shorter than it says. DATABASE: SQLite's own structures, or the file cannot be read. SCHEMA:
 * other tables than the format's. CHECKSUM: a row or the graph file. MISSING: a row or file that others refer to.
 * MANIFEST: what the index says about itself makes no sense. OFFSETS: a passage that its article's text does not have.
 * DIMENSIONS and VECTOR: vectors of another size, or not of length 1. LEXICAL: the lexical index is not of the texts.
 * GRAPH: the graph file holds other vectors than the database. FORMAT_TOO_NEW. An engine meets those that it can have.
 */
export type ProblemCode =
  | 'TRUNCATED'
  | 'DATABASE'
  | 'SCHEMA'
  | 'CHECKSUM'
  | 'MISSING'
  | 'MANIFEST'
  | 'OFFSETS'
  | 'DIMENSIONS'
  | 'VECTOR'
  | 'LEXICAL'
  | 'GRAPH'
  | 'FORMAT_TOO_NEW';

export interface IndexProblem {
  readonly code: ProblemCode;
  readonly message: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly problems: readonly IndexProblem[];
}
