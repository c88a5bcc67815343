import { type ElementRule, endsIn } from './element-rule.ts';

const TAGS = endsIn(
  'tags|tag-?(?:list|links|cloud|s|container)|tags-?(?:list|links|container|wrapper)|tagcloud|topics|topic-?(?:list|links|tags)|categories|category|category-?(?:list|links|label)|keywords|labels|kicker|eyebrow|section-?(?:label|name)',
);

/** Subjects the article is filed under. */
export const tags: ElementRule = {
  name: 'tags',
  matches: ({ signature, proseLength }) => signature !== '' && proseLength < 200 && TAGS.test(signature),
};

const PLAYER = endsIn(
  'player|video-?(?:player|js|playlist|list|promo|info|details|title|description)|videos?|featured-?video|audio-?player|audio|podcast-?(?:player|promo)|jw-?player|brightcove|playlist|media-?player|listen',
);

/** Video and audio players with their titles. */
export const player: ElementRule = {
  name: 'player',
  matches: ({ tag, signature, holdsQuotation, proseLength }) =>
    signature !== '' && tag !== 'tr' && !holdsQuotation && proseLength < 400 && PLAYER.test(signature),
};

const WIDGET = endsIn(
  'print|text-?size|font-?size|font-?resize|disclaimer|disclosure|legal|terms|ratings?|votes?|like-?button|likes|polls?|quiz|widgets|popup|pop-up|popover|hover-?card|rollover-?(?:block|content)|modal|overlay|tooltip|toast|login|log-in|sign-?in|register|search|search-?(?:form|box|bar)|loading|spinner|view-?count|views|report-?(?:error|typo)|feedback|back-?to-?top|scroll-?to-?top|save-?(?:article|story)|bookmark|notifications?|language-?(?:switcher|selector)|translate|weather|ticker|nutrition-?(?:facts?|info|label)[a-z-]*|table-of-contents|toc',
);

const HEADING = /^h[1-6]$/;

/** Small tools of the page: search, polls, ratings, disclaimers, pop-overs on a name. */
export const widget: ElementRule = {
  name: 'widget',
  matches: ({ tag, signature, holdsQuotation, holdsArticle, proseLength }) =>
    !HEADING.test(tag) &&
    signature !== '' &&
    !holdsQuotation &&
    !holdsArticle &&
    proseLength < 600 &&
    WIDGET.test(signature),
};
