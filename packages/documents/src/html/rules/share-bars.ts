import { type ElementRule, endsIn, names } from './element-rule.ts';

const SHARE = endsIn(
  'share|sharing|shares|share-?(?:this|bar|tools?|buttons?|btns?|links?|icons?|counts?|widget|list|menu|container|wrapper|box)|social|socials|social-?(?:share|sharing|media|bar|links?|icons?|buttons?|tools?|list|follow|nav|wrap|wrapper|container)|follow-us|print-?link|article-?tools|story-?tools|tools|toolbox|post-?actions|article-?actions',
);

const SHARE_NAME = names(
  'addthis|sharedaddy|sharedaddy|addtoany|a2a|sharethis|shareaholic|ssba|heateor|sharrre|social-?share|share-?buttons?',
);

/** Buttons to share or follow; an embedded quotation in a "social" box is not one. */
export const shareBar: ElementRule = {
  name: 'share bar',
  matches: ({ signature, holdsQuotation }) =>
    signature !== '' && !holdsQuotation && (SHARE.test(signature) || SHARE_NAME.test(signature)),
};
