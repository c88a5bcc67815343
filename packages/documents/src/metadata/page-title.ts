import type { PageDocument, PageElement } from '../dom.ts';
import { wordKey } from '../phrases/words.ts';
import { textOf } from './json-ld.ts';
import type { PageStatements } from './page-statements.ts';
import { sharedWords, TITLE_SEPARATOR, withoutSiteName } from './site-name.ts';

/**
 * The headline as readers see it: the `<h1>` that agrees best with what the page declares for machines (JSON-LD,
 * OpenGraph, `<title>`), for those are often shortened for search engines. Without one, what is declared.
 */
export function readTitle({ document, jsonLd, meta }: PageStatements): string | null {
  const headline = textOf(jsonLd?.headline) ?? textOf(jsonLd?.name);
  const social = textOf(meta.first('dc.title', 'og:title', 'twitter:title', 'parsely-title', 'title'));
  const full = textOf(document.querySelector('title')?.textContent ?? null);
  const declared = [headline, social, full].filter((title) => title !== null);
  const shown = shownHeadline(document, declared) ?? shownPart(document, declared);
  if (shown) return withoutKicker(shown, headline ?? social);
  const title = social ?? full;
  const site = meta.first('og:site_name');
  return headline ?? (title && withoutSiteName(title, { site, separator: TITLE_SEPARATOR }));
}

function shownHeadline(document: PageDocument, declared: readonly string[]): string | null {
  const headings = [...document.getElementsByTagName('h1')]
    .filter((heading) => !leadsHome(heading))
    .map(textIn)
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

function textIn(heading: PageElement): string {
  return (heading.textContent ?? '')
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a heading is the name of the site, on its way back to the first page. */
function leadsHome(heading: PageElement): boolean {
  const link = heading.querySelector('a[href]');
  if (link === null || textIn(link) !== textIn(heading)) return false;
  const path = (link.getAttribute('href') ?? '').replace(/^https?:\/\/[^/]+/i, '').replace(/\/+$/, '');
  return path === '' || /(?:^|\s)home(?:\s|$)/.test(link.getAttribute('rel') ?? '');
}

/** The first or last part of a declared title that the page shows as a smaller heading: the rest is the site's name. */
function shownPart(document: PageDocument, declared: readonly string[]): string | null {
  const parts = declared.flatMap((title) => {
    const pieces = title.split(TITLE_SEPARATOR);
    const isMuch = (piece: string) => piece.length >= SHARE_OF_TITLE * title.length;
    return pieces.length > 1 ? [pieces[0]!, pieces.at(-1)!].filter(isMuch) : [];
  });
  if (parts.length === 0) return null;
  const keys = new Set(parts.map(wordKey));
  const headings = [...document.querySelectorAll('h2, h3')].filter((heading) => !leadsHome(heading));
  const found = headings
    .map(textIn)
    .find((text) => text.length >= FEWEST_CHARACTERS && keys.has(wordKey(text)));
  return found ?? null;
}

/** Shorter headings are a section's, and so is a short part before a long headline. */
const FEWEST_CHARACTERS = 12;
const SHARE_OF_TITLE = 0.35;

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
