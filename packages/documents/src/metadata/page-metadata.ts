import type { PageDocument } from '../dom.ts';
import { readArticleJsonLd, textOf } from './json-ld.ts';
import { firstMeta, readMetaTags } from './meta-tags.ts';
import { readAuthors } from './page-authors.ts';
import { readPublicationDate } from './page-date.ts';
import { type PageStatements, readTitle } from './page-title.ts';

export interface PageMetadata {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** Collects what a page states for machines, once. */
export function readPageStatements(document: PageDocument): PageStatements {
  return { document, jsonLd: readArticleJsonLd(document), meta: readMetaTags(document) };
}

/** What is known about a page's article but its date, which takes the lines shown below the headline too. */
export function readPageMetadata(page: PageStatements, givenUrl: string | null): PageMetadata {
  const url = givenUrl ?? readUrl(page);
  const source = readSource(page, url);
  return {
    title: readTitle(page),
    authors: readAuthors(page, source),
    source,
    url,
    language: readLanguage(page),
  };
}

export { readPublicationDate };

function readUrl({ document, jsonLd, meta }: PageStatements): string | null {
  const candidates = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    meta.get('og:url'),
    jsonLd?.url,
    (jsonLd?.mainEntityOfPage as { '@id'?: unknown } | undefined)?.['@id'] ?? jsonLd?.mainEntityOfPage,
  ];
  for (const candidate of candidates)
    if (typeof candidate === 'string' && /^https?:\/\/[^\s/]+/.test(candidate.trim()))
      return candidate.trim();
  return null;
}

/** The publication's name as it gives it itself, else the host of the address. */
function readSource({ jsonLd, meta }: PageStatements, url: string | null): string | null {
  const publisher = jsonLd?.publisher;
  const named = textOf(
    (Array.isArray(publisher) ? publisher[0] : (publisher as { name?: unknown } | undefined))?.name,
  );
  const site = textOf(firstMeta(meta, ['og:site_name', 'application-name', 'dc.publisher', 'cre']));
  if (site ?? named) return site ?? named;
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}

const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

function readLanguage({ document, jsonLd, meta }: PageStatements): string | null {
  const candidates = [
    document.documentElement.getAttribute('lang'),
    document.documentElement.getAttribute('xml:lang'),
    jsonLd?.inLanguage,
    firstMeta(meta, ['content-language', 'language', 'dc.language', 'og:locale']),
  ];
  for (const candidate of candidates) {
    const tag = typeof candidate === 'string' ? candidate.trim().replace(/_/g, '-') : '';
    if (LANGUAGE_TAG.test(tag)) return Intl.getCanonicalLocales(tag)[0] ?? null;
  }
  return null;
}

/** What the page declares as its description, for machines. */
export function pageDescriptions({ jsonLd, meta }: PageStatements): string[] {
  const declared = [meta.get('description'), meta.get('og:description'), textOf(jsonLd?.description)];
  return declared.filter((description) => typeof description === 'string');
}
