import type { Removal } from '../document.ts';

/** What one saved web page says: the article's body and what is known about it. */
export interface ExtractedPage {
  readonly title: string | null;
  /** The article's body: paragraphs separated by a blank line, headline out, dateline in. */
  readonly text: string;
  readonly authors: readonly string[];
  readonly source: string | null;
  /** ISO 8601 calendar date (YYYY-MM-DD), only when it is certain. */
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly removed: readonly Removal[];
}
