/** A passage, by the number that it has within this engine, and how it scored. */
export interface PassageScore {
  readonly passageId: number;
  readonly score: number;
}
