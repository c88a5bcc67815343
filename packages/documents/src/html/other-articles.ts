import { wordKey } from '../phrases/words.ts';
import type { OutlinedElement, PageOutline } from './page-outline.ts';

/** Characters of prose that make an `<article>` with the headline the page's own. */
const ENOUGH_PROSE = 300;

/**
 * The `<article>` elements that stand beside the page's own: teasers, or the next articles already loaded. Its own is the
 * one with the page's title as a heading; failing that, the first with a headline and prose.
 */
export function findOtherArticles(outline: PageOutline, title: string | null): ReadonlySet<OutlinedElement> {
  const articles = [...outline.values()].filter(({ tag }) => tag === 'article');
  if (articles.length < 2) return new Set();
  const titled = title === null ? null : articleWithHeading(outline, title);
  const own =
    titled ?? articles.find(({ holdsArticle, proseLength }) => holdsArticle && proseLength >= ENOUGH_PROSE);
  if (!own) return new Set();
  const isOther = (article: OutlinedElement) =>
    article.proseLength < own.proseLength || (article.holdsHeading && own === titled);
  return new Set(
    articles.filter((article) => isOther(article) && !isWithin(article, own) && !isWithin(own, article)),
  );
}

/** The innermost `<article>` with prose that has this heading. */
function articleWithHeading(outline: PageOutline, title: string): OutlinedElement | null {
  const words = wordKey(title);
  for (const outlined of outline.values()) {
    if (!/^h[1-3]$/.test(outlined.tag) || wordKey(outlined.element.textContent ?? '') !== words) continue;
    let at = outlined.parent;
    while (at !== null && at.tag !== 'article') at = at.parent;
    if (at !== null && at.proseLength >= ENOUGH_PROSE) return at;
  }
  return null;
}

/** Whether an element is the other or stands below it. */
export function isWithin(element: OutlinedElement, ancestor: OutlinedElement): boolean {
  let at: OutlinedElement | null = element;
  while (at && at.depth > ancestor.depth) at = at.parent;
  return at === ancestor;
}
