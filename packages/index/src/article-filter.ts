/** Which articles take part. A list that is absent passes all; an empty list passes none. */
export interface ArticleFilter {
  /** Compared without regard to case. */
  readonly sources?: readonly string[] | undefined;
  /** Compared without regard to case; any one of an article's authors passes. */
  readonly authors?: readonly string[] | undefined;
  /** ISO 8601 calendar date, its own day included. An article without a date does not pass. */
  readonly publishedFrom?: string | undefined;
  /** ISO 8601 calendar date, its own day included. An article without a date does not pass. */
  readonly publishedTo?: string | undefined;
  /** BCP 47 tags compared without regard to case; `en` passes `en-GB`. */
  readonly languages?: readonly string[] | undefined;
}
