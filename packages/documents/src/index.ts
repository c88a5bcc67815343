export type { Article, TextSpan } from './article.ts';
export { FootnoteError } from './footnote-error.ts';
export { segmentSentences } from './sentences.ts';
