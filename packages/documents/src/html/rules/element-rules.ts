import type { PageElement } from '../../dom.ts';
import { isWithinSentence } from '../inline-elements.ts';
import type { OutlinedElement, PageOutline } from '../page-outline.ts';
import { advertising, newsletter } from './advertising.ts';
import { byline, microdata } from './bylines.ts';
import { caption, figure, imageText } from './captions.ts';
import type { ElementRule } from './element-rule.ts';
import { embeddedPost } from './embedded-posts.ts';
import { dialog, form } from './forms-and-dialogs.ts';
import { hidden, rubyReading } from './hidden-elements.ts';
import { aside, navigation } from './navigation.ts';
import { player, tags, widget } from './page-tools.ts';
import { comments } from './reader-comments.ts';
import { linkList, related, teaserCard } from './related-content.ts';
import { shareBar } from './share-bars.ts';

/** What takes whole elements out of a page; the first that matches names the removal. */
export const ELEMENT_RULES: readonly ElementRule[] = [
  hidden,
  rubyReading,
  navigation,
  aside,
  form,
  shareBar,
  related,
  advertising,
  newsletter,
  comments,
  microdata,
  caption,
  byline,
  tags,
  player,
  widget,
  embeddedPost,
  figure,
  dialog,
  teaserCard,
  linkList,
  imageText,
];

/** The rule that takes an element out; null where none does, or where it would take the article or a sentence's word. */
export function ruleFor(outlined: OutlinedElement, outline: PageOutline): ElementRule | null {
  const page = outline.values().next().value!;
  const find = (one: OutlinedElement) =>
    ELEMENT_RULES.find((rule) => rule.matches(one) && !isProtected(rule, one, page));
  const rule = find(outlined);
  if (rule === undefined) return null;
  if (rule.isCertain === true) return rule;
  const isAside = (element: PageElement) => {
    const neighbour = outline.get(element);
    return neighbour === undefined || find(neighbour) !== undefined;
  };
  return isWithinSentence(outlined.element, isAside) ? null : rule;
}

/** Rules for what may well be longer than the article beside it. */
const LONG_FURNITURE: ReadonlySet<ElementRule> = new Set([
  hidden,
  navigation,
  aside,
  comments,
  related,
  newsletter,
  dialog,
]);

/** Elements that hold a page or its data rather than stand beside it: no rule takes them out. */
const FRAME_TAGS = new Set(['html', 'body', 'main', 'tr', 'td', 'tbody', 'thead']);

/** Whether removing the element would take the article with it: words in class names are only hints. */
function isProtected(rule: ElementRule, outlined: OutlinedElement, page: OutlinedElement): boolean {
  if (FRAME_TAGS.has(outlined.tag)) return true;
  if (outlined.tag === 'article' && !outlined.element.getAttributeNode('hidden')) return true;
  const share = LONG_FURNITURE.has(rule) && !outlined.holdsArticle ? 0.7 : 0.4;
  return outlined.proseLength > share * page.proseLength;
}
