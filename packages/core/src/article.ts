/** One news article as its author published it, cleaned of what surrounded it. */
export interface Article {
  /** Unique within an index: the `id` given, else the path below the folder given, `#line` added for JSONL. */
  readonly key: string;
  readonly title: string | null;
  /** What quotes and offsets (UTF-16 code units) refer to. Well-formed UTF-16 without NULs. */
  readonly text: string;
  readonly source: string | null;
  /** One entry a person; empty when unknown. */
  readonly authors: readonly string[];
  /** ISO 8601 calendar date (YYYY-MM-DD), only when it is certain. */
  readonly publishedAt: string | null;
  readonly url: string | null;
  /** BCP 47 tag, lower-case primary subtag first (`en`, `pt-BR`). */
  readonly language: string | null;
  /** SHA-256 (hex) of every field above: two articles are the same exactly when this is. */
  readonly contentHash: string;
}

/** A stretch of `Article.text`: UTF-16 code units, half open. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}
