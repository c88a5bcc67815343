import type { PageElement } from '../dom.ts';
import { isWithinSentence } from './inline-elements.ts';

/** Rules for what says something of the article itself. */
const OF_ARTICLE: ReadonlySet<string> = new Set([
  'byline',
  'microdata',
  'tags',
  'hidden',
  'widget',
  'share bar',
  'caption',
]);
/** Rules for the page's frame, where an article's author and day stand only if they are marked as such. */
const OF_PAGE: ReadonlySet<string> = new Set(['navigation', 'aside', 'form', 'dialog']);

/**
 * Whether what an element says of author or day is of this page's article, and not of another story in a list, of the
 * page's frame, or a word of a sentence.
 *
 * @param removals the rule that took each removed element out
 */
export function speaksOfArticle(element: PageElement, removals: ReadonlyMap<PageElement, string>): boolean {
  const isMarked = element.getAttribute('itemprop') !== null;
  const rule = ruleAbove(element, removals);
  if (rule !== null && !OF_ARTICLE.has(rule)) return OF_PAGE.has(rule) && (isMarked || isAuthorLink(element));
  return isMarked || rule === 'byline' || !isWithinSentence(element, () => false);
}

/** Whether the rule that took a part of the page out leaves open that it shows author and day; null: none did. */
export function maySpeakOfArticle(rule: string | null): boolean {
  return rule === null || (rule !== 'hidden' && (OF_ARTICLE.has(rule) || OF_PAGE.has(rule)));
}

function ruleAbove(element: PageElement, removals: ReadonlyMap<PageElement, string>): string | null {
  for (let at: PageElement | null = element; at !== null; at = at.parentElement) {
    const rule = removals.get(at);
    if (rule !== undefined) return rule;
  }
  return null;
}

function isAuthorLink(element: PageElement): boolean {
  return /(?:^|\s)author(?:\s|$)/i.test(element.getAttribute('rel') ?? '');
}
