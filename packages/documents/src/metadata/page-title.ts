import { INLINE_TAGS, type PageDocument, type PageElement, tagOf, walk } from '../dom.ts';
import { letters, wordKey } from '../phrases/words.ts';
import { textOf } from './json-ld.ts';
import type { PageStatements } from './page-statements.ts';
import { isNameOfSite, sharedWords, TITLE_SEPARATOR, withoutSiteName } from './site-name.ts';

/**
 * The headline as readers see it: the `<h1>` that agrees best with what the page declares for machines (JSON-LD,
 * OpenGraph, `<title>`), for those are often shortened for search engines. Without one, what is declared.
 */
export function readTitle({ document, jsonLd, meta }: PageStatements): string | null {
  const site = meta.first('og:site_name');
  const headlineOf = (title: string | null) =>
    title && withoutSiteName(title, { site, separator: TITLE_SEPARATOR });
  const headline = textOf(jsonLd?.headline) ?? textOf(jsonLd?.name);
  const social = textOf(meta.first('dc.title', 'og:title', 'twitter:title', 'parsely-title', 'title'));
  const full = textOf(document.querySelector('title')?.textContent ?? null);
  // Where the page says its headline elsewhere, the window's title tells no more than that without the site's name.
  const windowTitle = headline === null && social === null ? full : headlineOf(full);
  const declared = [headline, social, windowTitle].filter((title) => title !== null);
  const heading = shownHeadline(document, { declared, site });
  if (heading) return withoutKicker(heading, [...new Set([...declared, ...declared.map(headlineOf)])]);
  const title = unbroken(social, full);
  return shownPart(document, [...declared, full ?? '']) ?? headline ?? headlineOf(title);
}

/** A statement that broke off at a quotation mark within it, as the window's title has it. */
function unbroken(statement: string | null, full: string | null): string | null {
  const isBroken = statement !== null && full?.startsWith(statement);
  return isBroken && /^\s*["“]/.test(full!.slice(statement.length)) ? full : (statement ?? full);
}

function shownHeadline(
  document: PageDocument,
  { declared, site }: { declared: readonly string[]; site: string | null },
): PageElement | null {
  const headings = [...document.getElementsByTagName('h1')].filter((heading) => {
    const text = textIn(heading);
    const isHeadline = text !== '' && text.length <= 300 && !leadsHome(heading);
    return isHeadline && !declared.some((title) => isSiteName(text, { title, site }));
  });
  if (declared.length === 0) return headings.length === 1 ? headings[0]! : null;
  let best: PageElement | null = null;
  let bestOverlap = 0.34;
  for (const heading of headings) {
    const overlap = Math.max(...declared.map((title) => sharedWords(textIn(heading), title)));
    const isLonger = best !== null && textIn(heading).length > textIn(best).length;
    if (overlap > bestOverlap || (overlap === bestOverlap && isLonger)) {
      best = heading;
      bestOverlap = overlap;
    }
  }
  return best;
}

/** A heading in one line; what it sets apart stays apart. */
function textIn(heading: PageElement): string {
  let text = '';
  const part = (element: PageElement) => {
    if (!INLINE_TAGS.has(tagOf(element))) text += ' ';
    return !/^(?:script|style)$/.test(tagOf(element));
  };
  walk(heading, { enter: part, leave: part, text: (next) => (text += next) });
  return tidy(text);
}

function tidy(text: string): string {
  return text
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
  const found = headings.map(textIn).find((text) => isLong(text) && keys.has(wordKey(text)));
  return found ?? null;
}

/** Shorter headings are a section's, and so is a short part before a long headline. */
const FEWEST_CHARACTERS = 12;
const SHARE_OF_TITLE = 0.35;

/** Where words are characters, a few are a headline. */
function isLong(text: string): boolean {
  return text.length >= FEWEST_CHARACTERS || /[\p{Lo}\p{Lm}]{5}/u.test(text);
}

const TITLE_OR_COLON = new RegExp(`${TITLE_SEPARATOR.source}|\\s*::?\\s+`, 'u');

/** Whether a heading is the shorter part of `Site name: Headline`, in either order. */
function isSiteName(heading: string, { title, site }: { title: string; site: string | null }): boolean {
  const parts = title.split(TITLE_OR_COLON).map((part) => part.trim());
  const rest = parts.filter((part) => part.toLowerCase() !== heading.toLowerCase());
  if (rest.length === parts.length || (site !== null && rest.every((part) => isNameOfSite(part, site))))
    return false;
  // "Headline | Site name | What it is about": a section's name, which may stand there too, is shorter.
  const leads = parts[0]!.toLowerCase() === heading.toLowerCase();
  if (site === null && leads && parts.length > 2 && isLong(heading)) return false;
  return Math.max(0, ...rest.map((part) => part.length)) > heading.length;
}

/** A heading often holds more than the headline, before it ("Opinion The headline") or after it: what is declared decides. */
function withoutKicker(heading: PageElement, declared: readonly (string | null)[]): string {
  const shown = textIn(heading);
  const titles = declared.filter((title) => title !== null && isLong(title));
  const parts = partsAtEnds(heading);
  for (const title of titles as string[]) {
    const isPart = parts.some((part) => letters(part) === letters(title));
    // The same words with the marks that part them, which a heading leaves to its layout.
    const isWhole = parts.length > 0 && letters(shown) === letters(title) && title.length > shown.length;
    const [before, end] = [shown.slice(0, -title.length), shown.slice(-title.length)];
    const isEnd =
      end.toLowerCase() === title.toLowerCase() && !/^\p{Ll}/u.test(end) && !/[:–—-]\s*$/.test(before);
    if (isPart || isWhole || (shown.startsWith(title) && /^ [|·»] /.test(shown.slice(title.length))))
      return title;
    if (isEnd) return end;
  }
  return shown;
}

/** What a heading holds up to, and from, each of the elements in it. */
function partsAtEnds(heading: PageElement): string[] {
  const pieces = [...heading.childNodes].map((node) => node.textContent ?? '');
  const places = pieces.map((_, at) => at).slice(1);
  return places.flatMap((at) => [pieces.slice(0, at).join(''), pieces.slice(at).join('')].map(tidy));
}
