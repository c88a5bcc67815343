import type { PageDocument, PageElement } from '../dom.ts';
import { idOf, type JsonLdNode, readArticleJsonLd, textOf } from './json-ld.ts';
import { type MetaTags, readMetaTags } from './meta-tags.ts';

/** What a page states of its article for machines, and where in the page it speaks of it. */
export interface PageStatements {
  readonly document: PageDocument;
  readonly jsonLd: JsonLdNode | null;
  readonly meta: MetaTags;
  readonly url: string | null;
  /** Whether an element speaks of this page's article: it stands in no list of others, and is no word of a sentence. */
  isOwn(element: PageElement): boolean;
}

export interface PageSurroundings {
  /** The address where it is known for certain. */
  readonly url?: string | null;
  /** The address that whoever saved the page noted in it. */
  readonly savedFrom?: string | null;
  /** Whether an element speaks of this page's article; every one does unless told. */
  readonly isOwn?: (element: PageElement) => boolean;
}

export function readPageStatements(document: PageDocument, around: PageSurroundings = {}): PageStatements {
  const meta = readMetaTags(document);
  const stated = around.url ?? statedUrl(document, { meta, savedFrom: around.savedFrom ?? null });
  const jsonLd = readArticleJsonLd(document, { titles: titlesOf(document, meta), url: stated });
  const url = stated ?? firstAddress([jsonLd?.url, idOf(jsonLd?.mainEntityOfPage), jsonLd?.mainEntityOfPage]);
  return { document, jsonLd, meta, url, isOwn: around.isOwn ?? (() => true) };
}

function titlesOf(document: PageDocument, meta: MetaTags): string[] {
  const headings = [...document.getElementsByTagName('h1')].map((heading) => heading.textContent);
  const declared = [meta.first('og:title'), document.querySelector('title')?.textContent];
  return [...headings, ...declared].map(textOf).filter((title) => title !== null);
}

/** What the page calls its address, unless it was saved from another host: then that is where it stood. */
function statedUrl(
  document: PageDocument,
  { meta, savedFrom }: { meta: MetaTags; savedFrom: string | null },
): string | null {
  const declared = firstAddress([
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    meta.first('og:url'),
  ]);
  const saved = firstAddress([savedFrom]);
  if (declared === null || saved === null) return declared ?? saved;
  return hostOf(declared) === hostOf(saved) ? declared : saved;
}

function firstAddress(candidates: readonly unknown[]): string | null {
  const isAddress = (one: unknown): one is string =>
    typeof one === 'string' && /^https?:\/\/[^\s/]+/.test(one.trim());
  return candidates.find(isAddress)?.trim() ?? null;
}

/** Without `www.`; null for what is no address. */
export function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}
