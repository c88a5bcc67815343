import { type DocumentReading, type Removal, unreadable } from '../document.ts';
import { normalizeText } from '../encoding/normalize-text.ts';
import { dateInFileName } from '../metadata/index.ts';
import { readPageTop } from './page-top.ts';
import { cleanLines, cutSpans, rulesAfterHeadline, rulesBeforeHeadline } from './rules/index.ts';

export interface PageTextSource {
  readonly keyPath: string;
  /** The headline, where the format shows it (large letters, a title's style); its line is no part of the text. */
  readonly headline?: string | null;
  /** The day of the paper, where the format shows it on every page. */
  readonly paperDate?: string | null;
}

/**
 * Makes an article of a page's text as a scraper, a PDF or a word processor leaves it: what surrounds the article is
 * taken out, and what its top says is read. Its own sentences stay as they are.
 *
 * @throws FootnoteError `UNREADABLE_DOCUMENT` when no text is left
 */
export function readPageText(
  pageText: string,
  { keyPath, headline, paperDate }: PageTextSource,
): DocumentReading {
  const page = normalizeText(pageText).split('\n');
  const first = cleanLines(page, rulesBeforeHeadline, { title: null });
  const top = readPageTop(first.lines, headline ?? null);
  const body = cutSpans(first.lines, top.spans);
  const second = cleanLines(body, rulesAfterHeadline, { title: top.titleStaysInText ? null : top.title });
  const text = joinLines(second.lines);
  if (text === '') throw unreadable('The file holds no text of an article.');
  const topRemovals: Removal[] = top.spans.map(({ rule, line, start, end }) => ({
    rule,
    text: first.lines[line]!.slice(start, end).trim(),
  }));
  const { title, source, authors, publishedAt, url } = top;
  const date = publishedAt ?? paperDate ?? dateInFileName(keyPath.slice(keyPath.lastIndexOf('/') + 1));
  return {
    articles: [{ key: keyPath, title, text, source, authors, publishedAt: date, url, language: null }],
    skipped: [],
    warnings: [],
    removals: [...first.removals, ...topRemovals, ...second.removals],
  };
}

/** Lines as they stood, without the gaps that what was taken out left. */
function joinLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
