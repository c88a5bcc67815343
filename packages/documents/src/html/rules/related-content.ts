import { linkDensity } from '../page-outline.ts';
import { type ElementRule, endsIn, names } from './element-rule.ts';

const RELATED = names(
  'related-?(?:articles?|content|posts?|stories|story|links?|news|items?|topics|reading|coverage|media|video|videos|box|block|list)|recommended|recommendations?|recirc|recirculation|read-?next|read-?also|see-?also|also-?read|also-?like|you-?may-?(?:also-?)?like|you-?might-?(?:also-?)?like|most-?(?:read|popular|viewed|shared|recent|commented)|jp-relatedposts|yarpp|zergnet|outbrain|taboola|revcontent|mgid|dianomi|nativo|trc|further-reading|editors?-?picks?|up-?next|next-?(?:article|post|story)|next-?prev|prev-?next|more-?(?:from|stories|news|articles|posts|like-this|for-you|coverage)|post-?nav(?:igation)?|latest-?(?:news|stories|posts|articles|headlines)|top-?stories|trending-?(?:now|stories|articles|news)',
);

const RELATED_END = endsIn(
  'related|more|read-?more|trending|popular|latest|teasers?|river|promos?|collection|cards?|story-?list|article-?list|post-?list|headlines|timeline|in-?this-?(?:story|article|section)|explore|read',
);

/** Lists of other articles; words that may mean the article too count only where links prevail. */
export const related: ElementRule = {
  name: 'related',
  matches: (o) =>
    o.signature !== '' &&
    (RELATED.test(o.signature) || (RELATED_END.test(o.signature) && linkDensity(o) > 0.4)),
};

const ARTICLE_BODY = endsIn('article-?body');

const CARD = names('cards?|teasers?');

/** One other article as a card: heading or picture, a link and an excerpt. */
export const teaserCard: ElementRule = {
  name: 'teaser card',
  matches: ({ holdsHeading, holdsImage, signature, textLength, linkLength, proseLength, holdsArticle }) =>
    !ARTICLE_BODY.test(signature) &&
    (holdsHeading || holdsImage) &&
    linkLength >= 15 &&
    linkLength > 0.12 * textLength &&
    textLength <= 600 &&
    proseLength < 250 &&
    !holdsArticle &&
    CARD.test(signature),
};

const LIST_TAGS = new Set(['ul', 'ol', 'dl']);

/** Lists that hold little but links. */
export const linkList: ElementRule = {
  name: 'link list',
  matches: (o) =>
    LIST_TAGS.has(o.tag) && linkDensity(o) > 0.6 && o.proseLength < 80 && o.element.childElementCount >= 2,
};
