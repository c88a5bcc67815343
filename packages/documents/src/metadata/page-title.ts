import type { PageDocument } from '../dom.ts';
import { textOf } from './json-ld.ts';
import type { PageStatements } from './page-statements.ts';
import { sharedWords, TITLE_SEPARATOR, withoutSiteName } from './site-name.ts';

/**
 * The headline as readers see it: the `<h1>` that agrees best with what the page declares for machines (JSON-LD,
 * OpenGraph, `<title>`), for those are often shortened for search engines. Without one, what is declared.
 */
export function readTitle({ document, jsonLd, meta }: PageStatements): string | null {
  const headline = textOf(jsonLd?.headline) ?? textOf(jsonLd?.name);
  const social = textOf(meta.first('og:title', 'twitter:title', 'dc.title', 'parsely-title', 'title'));
  const full = textOf(document.querySelector('title')?.textContent ?? null);
  const declared = [headline, social, full].filter((title) => title !== null);
  const shown = shownHeadline(document, declared);
  if (shown) return withoutKicker(shown, headline ?? social);
  const title = social ?? full;
  const site = meta.first('og:site_name');
  return headline ?? (title && withoutSiteName(title, { site, separator: TITLE_SEPARATOR }));
}

function shownHeadline(document: PageDocument, declared: readonly string[]): string | null {
  const headings = [...document.getElementsByTagName('h1')]
    .map((heading) => (heading.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter(
      (heading) =>
        heading !== '' && heading.length <= 300 && !declared.some((title) => isSiteName(heading, title)),
    );
  if (declared.length === 0) return headings.length === 1 ? headings[0]! : null;
  let best: string | null = null;
  let bestOverlap = 0.34;
  for (const heading of headings) {
    const overlap = Math.max(...declared.map((title) => sharedWords(heading, title)));
    if (overlap > bestOverlap) {
      best = heading;
      bestOverlap = overlap;
    }
  }
  return best;
}

const TITLE_OR_COLON = new RegExp(`${TITLE_SEPARATOR.source}|\\s*::?\\s+`);

/** Whether a heading is the shorter part of `Site name: Headline`, in either order. */
function isSiteName(heading: string, title: string): boolean {
  const parts = title.split(TITLE_OR_COLON).map((part) => part.trim());
  const rest = parts.filter((part) => part.toLowerCase() !== heading.toLowerCase());
  if (rest.length === parts.length) return false;
  return Math.max(0, ...rest.map((part) => part.length)) > heading.length;
}

/** A heading often repeats the section before the headline ("Opinion The headline"): the declared headline decides. */
function withoutKicker(shown: string, declared: string | null): string {
  if (!declared || declared.length < 12 || shown.length <= declared.length) return shown;
  return shown.toLowerCase().endsWith(declared.toLowerCase()) ? shown.slice(-declared.length) : shown;
}
