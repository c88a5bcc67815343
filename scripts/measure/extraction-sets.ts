import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

/** A saved page and what a person, or a peer's test suite, says is in it; null where nothing is said. */
export interface GoldPage {
  readonly page: string;
  readonly html: string;
  /** Where pages of one site are to be told together; else the page's own name. */
  readonly site: string;
  readonly text: string;
  readonly title: string | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly authors: string | null;
  /** True where the title may end in the site's name and the authors be a whole byline. */
  readonly isLoose: boolean;
}

interface GoldLine {
  readonly page: string;
  readonly url: string;
  readonly text: string;
  readonly title?: string;
  readonly date?: string;
  readonly authors?: string;
}

/** A labelled set: a folder with `gold.jsonl`, or the `test-pages` of a checkout of mozilla/readability. */
export function readGoldPages(directory: string): GoldPage[] {
  return existsSync(join(directory, 'gold.jsonl')) ? readGoldLines(directory) : readPeerSuite(directory);
}

function readGoldLines(directory: string): GoldPage[] {
  const lines = readFileSync(join(directory, 'gold.jsonl'), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { page, url, text, title, date, authors } = JSON.parse(line) as GoldLine;
      const html = readFileSync(join(directory, page), 'utf8');
      const site = new URL(url).hostname.replace(/^www\./, '');
      const facts = { title: title ?? null, date: date ?? null, authors: authors ?? null };
      return { page, html, site, text, ...facts, isLoose: false };
    });
}

interface ExpectedMetadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedTime: string | null;
}

function readPeerSuite(directory: string): GoldPage[] {
  return readdirSync(directory)
    .sort()
    .map((page) => {
      const read = (name: string) => readFileSync(join(directory, page, name), 'utf8');
      const expected = JSON.parse(read('expected-metadata.json')) as ExpectedMetadata;
      return {
        page,
        html: read('source.html'),
        site: page,
        text: htmlText(read('expected.html')),
        title: expected.title || null,
        date: expected.publishedTime?.slice(0, 10) ?? null,
        authors: expected.byline,
        isLoose: true,
      };
    });
}

/** The words of a piece of HTML, those of two blocks apart. */
export function htmlText(html: string): string {
  const apart = html.replace(
    /<(?=\/?(?:p|div|li|h[1-6]|tr|td|th|br|figcaption|blockquote|pre|dt|dd)\b)/gi,
    ' <',
  );
  return parseHTML(`<html><body>${apart}</body></html>`).document.body.textContent ?? '';
}

/**
 * The days that a page's own machine-readable date of publication names, read with nothing of what is measured: a label
 * that differs from the only one is the day the page was fetched, or that of another version.
 */
export function declaredDays(html: string): ReadonlySet<string> {
  const declaration =
    /"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)|(?:article:published_time|itemprop="datePublished)[^>]+content="(\d{4}-\d\d-\d\d)/gi;
  return new Set(Array.from(html.matchAll(declaration), (match) => match[1] ?? match[2]!));
}
