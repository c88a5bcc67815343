import { brokenCharacters } from './broken-characters.ts';
import type { CleaningRule } from './cleaning-rule.ts';
import { embeddedPost, postPictureLink } from './embedded-post.ts';
import { iconNames } from './icon-names.ts';
import { imageCaption } from './image-caption.ts';
import { phraseRules } from './phrase-rules.ts';
import { relatedHeadline, relatedLinks } from './related-links.ts';
import { repeatedHeadline } from './repeated-headline.ts';
import { trailingStub } from './trailing-stub.ts';

export { cleanLines, cutSpans } from './clean-lines.ts';

/** What may stand before the headline: taken out before the top of the page is read. */
export const rulesBeforeHeadline: readonly CleaningRule[] = [
  brokenCharacters,
  iconNames,
  embeddedPost,
  postPictureLink,
  ...phraseRules,
];

/** What is told by the paragraphs around it, once the top of the page is read. */
export const rulesAfterHeadline: readonly CleaningRule[] = [
  repeatedHeadline,
  imageCaption,
  relatedLinks,
  relatedHeadline,
  trailingStub,
];
