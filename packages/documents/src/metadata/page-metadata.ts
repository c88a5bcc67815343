import { textOf } from './json-ld.ts';
import { languageTag } from './language-tag.ts';
import { readAuthors } from './page-authors.ts';
import { hostOf, type PageStatements } from './page-statements.ts';
import { readTitle } from './page-title.ts';

export interface PageMetadata {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/**
 * What is known about a page's article but its date.
 *
 * @param linesAfterHeadline the lines that the page shows between its headline and its text
 */
export function readPageMetadata(
  page: PageStatements,
  linesAfterHeadline: readonly string[] = [],
): PageMetadata {
  const source = readSource(page);
  const title = readTitle(page);
  return {
    title,
    authors: readAuthors(page, { source, title, linesAfterHeadline }),
    source,
    url: page.url,
    language: readLanguage(page),
  };
}

/** The publication's name as it gives it itself, else the host of the address. */
function readSource({ jsonLd, meta, url }: PageStatements): string | null {
  const publisher = jsonLd?.publisher;
  const first: unknown = Array.isArray(publisher) ? publisher[0] : publisher;
  const named = textOf(typeof first === 'string' ? first : (first as { name?: unknown } | undefined)?.name);
  const site = textOf(meta.first('og:site_name', 'application-name', 'dc.publisher', 'cre'));
  return site ?? named ?? (url && hostOf(url));
}

function readLanguage({ document, jsonLd, meta }: PageStatements): string | null {
  const candidates = [
    document.documentElement.getAttribute('lang'),
    document.documentElement.getAttribute('xml:lang'),
    jsonLd?.inLanguage,
    meta.first('content-language', 'language', 'dc.language', 'og:locale'),
  ];
  for (const candidate of candidates) {
    const tag = typeof candidate === 'string' ? languageTag(candidate) : null;
    if (tag !== null) return tag;
  }
  return null;
}

/** What the page declares as its description, for machines. */
export function pageDescriptions({ jsonLd, meta }: PageStatements): string[] {
  const declared = [meta.first('description'), meta.first('og:description'), textOf(jsonLd?.description)];
  return declared.filter((description) => typeof description === 'string');
}
