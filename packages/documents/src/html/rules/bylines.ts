import { type ElementRule, endsIn } from './element-rule.ts';

const FACTS =
  /^(?:headline|author|datePublished|dateModified|dateCreated|publisher|keywords|image|mainEntityOfPage|creditText|copyrightHolder|interactionStatistic|commentCount|articleSection)$/;

/** Facts spelled out for machines in visible elements. */
export const microdata: ElementRule = {
  name: 'microdata',
  matches: ({ element, proseLength }) =>
    proseLength < 300 && FACTS.test(element.getAttribute('itemprop') ?? ''),
};

const BYLINE = endsIn(
  'by-?lines?|authors?|author-?(?:bio|box|info|name|names|card|details|byline|meta|block|profile|about|description|section|image|link|links|list|wrap|wrapper|area|container|text|title)|about-?(?:the-?)?authors?|bio|biography|bios|contributors?|contributor-?(?:bio|info)|writer|writers|reporter|reporters|post-?(?:meta|info|date|time|author|details|byline|categories|tags|footer)|entry-?(?:meta|date|footer|utility|categories|tags|author|info)|article-?(?:meta|date|info|byline|author|tags|timestamp|topics|details|footer|published|dateline)|meta-?(?:data|info)|meta|metadata|published|publish-?(?:date|time|ed)|pub-?date|date|date-?(?:published|time|posted|modified|updated)|datetime|timestamp|time-?stamp|last-?(?:updated|modified)|reading-?time|read-?time|story-?(?:meta|date|byline|info)|news-?(?:meta|date|info)|posted-?(?:on|by|in)',
);

/** Who wrote it and when, and the note on the author. */
export const byline: ElementRule = {
  name: 'byline',
  matches: ({ signature, holdsArticle, proseLength, tag }) =>
    (tag === 'address' && proseLength < 300) ||
    (signature !== '' && !holdsArticle && proseLength < 1500 && BYLINE.test(signature)),
};
