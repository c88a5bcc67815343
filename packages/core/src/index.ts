export type { Article, TextSpan } from './article.ts';
export { isCalendarDate } from './calendar-date.ts';
export { foldText } from './fold-text.ts';
export { type ErrorCode, FootnoteError } from './footnote-error.ts';
export { type ArticleFields, makeArticle, wellFormed } from './make-article.ts';
export { bandKeys, minHashSignature, nearDuplicate } from './near-duplicates.ts';
export { type SearchTerm, searchTerms, searchTermsVersion } from './search-terms.ts';
export { segmentSentences } from './sentences.ts';
export { tellSameFacts, tellSameStory } from './story-facts.ts';
