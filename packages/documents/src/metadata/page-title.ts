import type { PageDocument } from '../dom.ts';
import { type JsonLdNode, textOf } from './json-ld.ts';
import { firstMeta, type MetaTags } from './meta-tags.ts';

export interface PageStatements {
  readonly document: PageDocument;
  readonly jsonLd: JsonLdNode | null;
  readonly meta: MetaTags;
}

/**
 * The headline as readers see it: the `<h1>` that agrees best with what the page declares for machines (JSON-LD,
 * OpenGraph, `<title>`), for those are often shortened for search engines. Without one, what is declared.
 */
export function readTitle({ document, jsonLd, meta }: PageStatements): string | null {
  const headline = textOf(jsonLd?.headline) ?? textOf(jsonLd?.name);
  const social = textOf(firstMeta(meta, ['og:title', 'twitter:title', 'dc.title', 'title']));
  const full = textOf(document.querySelector('title')?.textContent ?? null);
  const declared = [headline, social, full].filter((title) => title !== null);
  const shown = shownHeadline(document, declared);
  if (shown) return withoutKicker(shown, headline ?? social);
  return headline ?? withoutSiteName(social ?? full, meta);
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

/** Whether a heading is the shorter part of `Site name: Headline`, in either order. */
function isSiteName(heading: string, title: string): boolean {
  const parts = title.split(TITLE_SEPARATOR).map((part) => part.trim());
  const rest = parts.filter((part) => part.toLowerCase() !== heading.toLowerCase());
  if (rest.length === parts.length) return false;
  return Math.max(0, ...rest.map((part) => part.length)) > heading.length;
}

/** The share of the shorter text's words that the other has too, 0 to 1; one-word headings count by length. */
function sharedWords(one: string, other: string): number {
  const a = wordsOf(one);
  const b = wordsOf(other);
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(Math.max(a.size, 3), Math.max(b.size, 3)));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** A heading often repeats the section before the headline ("Opinion The headline"): the declared headline decides. */
function withoutKicker(shown: string, declared: string | null): string {
  if (!declared || declared.length < 12 || shown.length <= declared.length) return shown;
  return shown.toLowerCase().endsWith(declared.toLowerCase()) ? shown.slice(-declared.length) : shown;
}

const TITLE_SEPARATOR = /\s+[|–—»·-]\s+|\s*::?\s+/;
const SITE_SEPARATOR = /\s+[|–—»·-]\s+/;

/** `Headline | Site name` without its last part where that part is the site's name or short. */
function withoutSiteName(title: string | null, meta: MetaTags): string | null {
  if (!title) return null;
  const parts = title.split(SITE_SEPARATOR);
  const last = parts.at(-1)!;
  if (parts.length < 2) return title;
  const site = meta.get('og:site_name');
  const isSite = site ? sharedWords(last, site) > 0.6 : last.split(' ').length <= 4;
  return isSite ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—»·-]\s+$/, '') : title;
}
