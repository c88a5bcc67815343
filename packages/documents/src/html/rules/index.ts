import type { OutlinedElement } from '../page-outline.ts';
import { linkDensity } from '../page-outline.ts';
import { type ElementRule, endsIn, names } from './element-rule.ts';

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const HIDDEN_NAME = endsIn(
  'visually-?hidden|sr-only|screen-reader(?:-text|-only)?|a11y-hidden|element-invisible|print-only|off-?screen|assistive-text|hide|hidden|is-hidden',
);
const hidden: ElementRule = {
  name: 'hidden',
  matches({ element, signature }) {
    if (element.getAttributeNode('hidden')) return true;
    if (element.getAttribute('aria-hidden') === 'true') return true;
    const style = element.getAttribute('style');
    if (style && HIDDEN_STYLE.test(style)) return true;
    return HIDDEN_NAME.test(signature);
  },
};
const NAV_TAGS = new Set(['nav', 'footer', 'dialog', 'menu']);
const NAV_ROLE =
  /^(?:navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|complementary|alert)$/;
const NAV = endsIn(
  'nav|navbar|navigation|navi|sub-?menu|menu|menus|breadcrumbs?|bread-crumbs?|crumbs|footer|masthead|skip-?(?:links?|to-content)|pagination|pager|paging|toolbar|site-header|global-header',
);
const navigation: ElementRule = {
  name: 'navigation',
  matches({ tag, element, signature }) {
    if (NAV_TAGS.has(tag) || NAV_ROLE.test(element.getAttribute('role') ?? '')) return true;
    return NAV.test(signature);
  },
};
const SIDE = endsIn('sidebar|side-?bar|rail|right-?rail|left-?rail|side-?column|right-?col(?:umn)?');
const aside: ElementRule = {
  name: 'aside',
  matches: ({ tag, signature }) => tag === 'aside' || SIDE.test(signature),
};
const FORM_TAGS = new Set(['button', 'input', 'fieldset', 'label', 'form']);
const form: ElementRule = {
  name: 'form',
  matches: ({ tag, proseLength }) => FORM_TAGS.has(tag) && proseLength < 400,
};

const SHARE = endsIn(
  'share|sharing|shares|share-?(?:this|bar|tools?|buttons?|btns?|links?|icons?|counts?|widget|list|menu|container|wrapper|box)|social|socials|social-?(?:share|sharing|media|bar|links?|icons?|buttons?|tools?|list|follow|nav|wrap|wrapper|container)|follow-us|print-?link|article-?tools|story-?tools|tools|toolbox|post-?actions|article-?actions',
);
const SHARE_NAME = names(
  'addthis|sharedaddy|sharedaddy|addtoany|a2a|sharethis|shareaholic|ssba|heateor|sharrre|social-?share|share-?buttons?',
);
const shareBar: ElementRule = {
  name: 'share bar',
  matches: ({ signature, holdsQuotation }) =>
    signature !== '' && !holdsQuotation && (SHARE.test(signature) || SHARE_NAME.test(signature)),
};

const RELATED = names(
  'related-?(?:articles?|content|posts?|stories|story|links?|news|items?|topics|reading|coverage|media|video|videos|box|block|list)|recommended|recommendations?|recirc|recirculation|read-?more|readmore|read-?next|read-?also|see-?also|also-?read|also-?like|you-?may-?(?:also-?)?like|you-?might-?(?:also-?)?like|most-?(?:read|popular|viewed|shared|recent|commented)|jp-relatedposts|yarpp|zergnet|outbrain|taboola|revcontent|mgid|dianomi|nativo|trc|further-reading|editors?-?picks?|up-?next|next-?(?:article|post|story)|more-?(?:from|stories|news|articles|posts|like-this|for-you|coverage)|post-?nav(?:igation)?|latest-?(?:news|stories|posts|articles|headlines)|top-?stories|trending-?(?:now|stories|articles|news)',
);
const RELATED_END = endsIn(
  'related|more|trending|popular|latest|teasers?|river|promos?|collection|cards?|story-?list|article-?list|post-?list|headlines|timeline|in-?this-?(?:story|article|section)|explore|read',
);
const related: ElementRule = {
  name: 'related',
  matches: (o) =>
    o.signature !== '' &&
    (RELATED.test(o.signature) || (RELATED_END.test(o.signature) && linkDensity(o) > 0.4)),
};

const ADS = endsIn(
  'ads?|adverts?|advertisements?|advertising|advertorial|ad-?(?:slot|unit|wrapper|container|box|block|break|label|zone|text|banner|placeholder|card|space)|advert-?(?:wrapper|container|slot)|banner-?ads?|promotion|promoted|sponsor|sponsored|sponsors|sponsorship|affiliate|affiliate-?(?:disclaimer|disclosure|message|note)|donate|donation|donations|consent|marketing|product-?(?:card|box|offers?|widget|summary)|price-?(?:box|comparison)|buy-?(?:box|now|button|links?)|shop-?(?:now|link)|offers?|merchant|cta',
);
const ADS_NAME = names(
  'adsbygoogle|google-?ads?|dfp|gpt-ad|div-gpt|cookie|cookies|gdpr|onetrust|subscribe|subscription|paywall-?(?:message|prompt|banner|cta)|ad-?slot|adunit|ad-disclaimer|promo-?(?:box|link|unit|block)|sponsored-?(?:content|links?|post)|outbrain',
);
const advertising: ElementRule = {
  name: 'advertising',
  matches: ({ signature, holdsArticle }) =>
    signature !== '' && !holdsArticle && (ADS.test(signature) || ADS_NAME.test(signature)),
};

const NEWS = names(
  'newsletters?|news-letter|sign-?up|signup|email-?(?:signup|form|subscribe|capture)|mailing-?list|mailchimp|mc4wp|mc-embed-signup|optin|opt-in|inline-?signup',
);
const newsletter: ElementRule = {
  name: 'newsletter',
  matches: ({ signature, holdsArticle }) => signature !== '' && !holdsArticle && NEWS.test(signature),
};

const COMMENTS = names(
  'disqus|livefyre|fb-comments|viafoura|spot-?im|coral-?talk|openweb|comment-?(?:list|form|section|area|thread|box|wrapper|reply|respond)|comments-?(?:list|form|section|area|wrapper|container)|commentlist',
);
const COMMENTS_END = endsIn(
  'comments?|comment-?count|comments-?(?:link|count|button)|respond|replies|discussion',
);
const comments: ElementRule = {
  name: 'comments',
  matches: ({ signature, holdsArticle }) =>
    signature !== '' && !holdsArticle && (COMMENTS.test(signature) || COMMENTS_END.test(signature)),
};

const CAPTION = endsIn(
  'captions?|figcaption|wp-caption-text|caption-?(?:text|credit|container|wrap)|credits?|(?:image|img|photo|picture|media|video|figure)-?(?:caption|captions|credit|credits|source|meta|info|description|desc|copyright|byline|title|legend)|photographer|attribution|copyright|copyrights|source-?line',
);
const FACTS =
  /^(?:headline|author|datePublished|dateModified|dateCreated|publisher|keywords|image|mainEntityOfPage|creditText|copyrightHolder|interactionStatistic|commentCount|articleSection)$/;
const microdata: ElementRule = {
  name: 'microdata',
  matches: ({ element, proseLength }) =>
    proseLength < 300 && FACTS.test(element.getAttribute('itemprop') ?? ''),
};
const GALLERY = endsIn(
  'lightbox|gallery|galleries|photo-?gallery|image-?gallery|slideshow|slide-?show|carousel|swiper|slider|thumbnails|thumbs|slick-?(?:slider|list|track)',
);
const caption: ElementRule = {
  name: 'caption',
  matches: ({ tag, signature, proseLength }) =>
    tag === 'figcaption' ||
    (signature !== '' && (CAPTION.test(signature) || (proseLength < 300 && GALLERY.test(signature)))),
};

const BYLINE = endsIn(
  'by-?lines?|authors?|author-?(?:bio|box|info|name|names|card|details|byline|meta|block|profile|about|description|section|image|link|links|list|wrap|wrapper|area|container|text|title)|about-?(?:the-?)?authors?|bio|biography|bios|contributors?|contributor-?(?:bio|info)|writer|writers|reporter|reporters|post-?(?:meta|info|date|time|author|details|byline|categories|tags|footer)|entry-?(?:meta|date|footer|utility|categories|tags|author|info)|article-?(?:meta|date|info|byline|author|tags|timestamp|topics|details|footer|published|dateline)|meta-?(?:data|info)|meta|metadata|published|publish-?(?:date|time|ed)|pub-?date|date|date-?(?:published|time|posted|modified|updated)|datetime|timestamp|time-?stamp|last-?(?:updated|modified)|reading-?time|read-?time|story-?(?:meta|date|byline|info)|news-?(?:meta|date|info)|posted-?(?:on|by|in)',
);
const byline: ElementRule = {
  name: 'byline',
  matches: ({ signature, holdsArticle, proseLength, tag }) =>
    (tag === 'address' && proseLength < 300) ||
    (signature !== '' && !holdsArticle && proseLength < 1500 && BYLINE.test(signature)),
};
const TAGS = endsIn(
  'tags|tag-?(?:list|links|cloud|s|container)|tags-?(?:list|links|container|wrapper)|tagcloud|topics|topic-?(?:list|links|tags)|categories|category|category-?(?:list|links|label)|keywords|labels|kicker|eyebrow|section-?(?:label|name)',
);
const tags: ElementRule = {
  name: 'tags',
  matches: ({ signature, proseLength }) => signature !== '' && proseLength < 200 && TAGS.test(signature),
};
const PLAYER = endsIn(
  'player|video-?(?:player|js|playlist|list|promo|info|details|title|description)|videos?|featured-?video|audio-?player|audio|podcast-?(?:player|promo)|jw-?player|brightcove|playlist|media-?player|listen',
);
const player: ElementRule = {
  name: 'player',
  matches: ({ tag, signature, holdsQuotation, proseLength }) =>
    signature !== '' && tag !== 'tr' && !holdsQuotation && proseLength < 400 && PLAYER.test(signature),
};
const WIDGET = endsIn(
  'print|text-?size|font-?size|font-?resize|disclaimer|disclosure|legal|terms|ratings?|votes?|like-?button|likes|polls?|quiz|widgets|popup|pop-up|modal|overlay|tooltip|toast|login|log-in|sign-?in|register|search|search-?(?:form|box|bar)|loading|spinner|view-?count|views|report-?(?:error|typo)|feedback|back-?to-?top|scroll-?to-?top|save-?(?:article|story)|bookmark|notifications?|language-?(?:switcher|selector)|translate|weather|ticker|nutrition-?(?:facts?|info|label)[a-z-]*|table-of-contents|toc',
);
const HEADING = /^h[1-6]$/;
const widget: ElementRule = {
  name: 'widget',
  matches: ({ tag, signature, holdsQuotation, holdsArticle, proseLength }) =>
    !HEADING.test(tag) &&
    signature !== '' &&
    !holdsQuotation &&
    !holdsArticle &&
    proseLength < 600 &&
    WIDGET.test(signature),
};

const CARD = names('cards?|teasers?');
const teaserCard: ElementRule = {
  name: 'teaser card',
  matches: ({ signature, textLength, linkLength, proseLength, holdsArticle }) =>
    linkLength >= 15 && textLength <= 600 && proseLength < 450 && !holdsArticle && CARD.test(signature),
};
const LIST_TAGS = new Set(['ul', 'ol', 'dl']);
const linkList: ElementRule = {
  name: 'link list',
  matches: (o) => LIST_TAGS.has(o.tag) && linkDensity(o) > 0.6 && o.element.childElementCount >= 2,
};
const imageText: ElementRule = {
  name: 'caption',
  matches: ({ tag, holdsImage, textLength, proseLength, linkLength }) =>
    holdsImage &&
    textLength > 0 &&
    textLength < 220 &&
    proseLength === 0 &&
    linkLength < textLength &&
    (tag === 'div' || tag === 'figure'),
};

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
  teaserCard,
  linkList,
  imageText,
];
const STRONG: ReadonlySet<ElementRule> = new Set([navigation, aside, comments, related, newsletter]);

/** Elements that hold a page or its data rather than stand beside it: no rule takes them out. */
const FRAME_TAGS = new Set(['html', 'body', 'main', 'tr', 'td', 'tbody', 'thead']);

/** Whether removing the element would take the article with it. */
export function isProtected(rule: ElementRule, outlined: OutlinedElement, page: OutlinedElement): boolean {
  if (FRAME_TAGS.has(outlined.tag)) return true;
  if (outlined.tag === 'article' && !outlined.element.getAttributeNode('hidden')) return true;
  const share = STRONG.has(rule) && !outlined.holdsArticle ? 0.7 : 0.4;
  return outlined.proseLength > share * page.proseLength;
}
