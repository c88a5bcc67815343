// All that a door needs, so that it imports nothing else.
export type {
  Answer,
  AnswerSentence,
  AskOptions,
  AskProgress,
  AskRequest,
  AskResult,
  AskStage,
  Certainty,
  Citation,
  Collection,
  ConversationTurn,
  Disagreement,
  NoAnswer,
  NoAnswerReason,
} from '@footnote/answering';
export { MAX_TURNS } from '@footnote/answering';
export { FootnoteError, isCalendarDate, type TextSpan } from '@footnote/core';
export type {
  ArticleFacets,
  ArticleFilter,
  ArticleListPage,
  ArticleListRequest,
  ArticleOrder,
  FacetCount,
  IndexStatus,
  Page,
  PageOf,
  PassagePlace,
  StoredArticle,
  StoredPassage,
} from '@footnote/index';
export { DAMAGED_INDEX_CODES } from '@footnote/index';
export {
  MAX_FIRST,
  MAX_QUERY_LENGTH,
  type ScoreExplanation,
  type ScorePart,
  type SearchHit,
  type SearchMode,
  type SearchPage,
  type SearchRequest,
} from '@footnote/retrieval';
export type {
  NoProseReason,
  Prose,
  ProseSentence,
  WriterIdentity,
  WriterSettings,
} from '@footnote/writer';
export { type CitationClaim, type CitationVerdict, checkCitation } from './check-citation.ts';
export type { ArticleCitationClaim, Engine } from './engine.ts';
export { decodeListCursor, encodeListCursor, type ListIdentity } from './list-cursor.ts';
export { type EngineOptions, openEngine } from './open-engine.ts';
export { openThreadedEngine } from './thread/threaded-engine.ts';
