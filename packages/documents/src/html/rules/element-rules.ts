import type { OutlinedElement } from '../page-outline.ts';
import { advertising, newsletter } from './advertising.ts';
import { byline, microdata } from './bylines.ts';
import { caption, figure, imageText } from './captions.ts';
import type { ElementRule } from './element-rule.ts';
import { embeddedPost } from './embedded-posts.ts';
import { dialog, form } from './forms-and-dialogs.ts';
import { hidden } from './hidden-elements.ts';
import { aside, navigation } from './navigation.ts';
import { player, tags, widget } from './page-tools.ts';
import { comments } from './reader-comments.ts';
import { linkList, related, teaserCard } from './related-content.ts';
import { shareBar } from './share-bars.ts';

/** What takes whole elements out of a page; the first that matches names the removal. */
export const ELEMENT_RULES: readonly ElementRule[] = [
  hidden,
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

/** Rules for what may well be longer than the article beside it. */
const LONG_FURNITURE: ReadonlySet<ElementRule> = new Set([
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
export function isProtected(rule: ElementRule, outlined: OutlinedElement, page: OutlinedElement): boolean {
  if (FRAME_TAGS.has(outlined.tag)) return true;
  if (outlined.tag === 'article' && !outlined.element.getAttributeNode('hidden')) return true;
  const share = LONG_FURNITURE.has(rule) && !outlined.holdsArticle ? 0.7 : 0.4;
  return outlined.proseLength > share * page.proseLength;
}
