import { type ElementRule, endsIn, names } from './element-rule.ts';

const COMMENTS = names(
  'disqus|livefyre|fb-comments|viafoura|spot-?im|coral-?talk|openweb|comment-?(?:list|form|section|area|thread|box|wrapper|reply|respond)|comments-?(?:list|form|section|area|wrapper|container)|commentlist',
);

const COMMENTS_END = endsIn(
  'comments?|comment-?count|comments-?(?:link|count|button)|respond|replies|discussion',
);

/** What readers wrote below the article. */
export const comments: ElementRule = {
  name: 'comments',
  matches: ({ signature, holdsArticle }) =>
    signature !== '' && !holdsArticle && (COMMENTS.test(signature) || COMMENTS_END.test(signature)),
};
