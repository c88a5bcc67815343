import type { OutlinedElement, PageOutline } from './page-outline.ts';

/** Characters of prose that make an `<article>` with the headline the page's own. */
const ENOUGH_PROSE = 300;

/** The `<article>` elements that stand beside the one with the headline: teasers, or the next article already loaded. */
export function findOtherArticles(outline: PageOutline): ReadonlySet<OutlinedElement> {
  const articles = [...outline.values()].filter(({ tag }) => tag === 'article');
  const own = articles.find(({ holdsArticle, proseLength }) => holdsArticle && proseLength >= ENOUGH_PROSE);
  if (!own) return new Set();
  return new Set(
    articles.filter(
      (other) => other.proseLength < own.proseLength && !isWithin(other, own) && !isWithin(own, other),
    ),
  );
}

/** Whether an element is the other or stands below it. */
export function isWithin(element: OutlinedElement, ancestor: OutlinedElement): boolean {
  let at: OutlinedElement | null = element;
  while (at && at.depth > ancestor.depth) at = at.parent;
  return at === ancestor;
}
