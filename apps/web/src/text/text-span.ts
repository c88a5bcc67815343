/** A stretch of an article's text: UTF-16 code units, half open. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}
