export { contentTerms, isContentWord, type Term, termsOf } from './query-terms.ts';
export type { Respelling } from './respelling.ts';
export { createRetriever, MAX_FIRST, MAX_QUERY_LENGTH, type Retriever } from './retriever.ts';
export type {
  ScoreExplanation,
  ScorePart,
  SearchHit,
  SearchMode,
  SearchPage,
  SearchRequest,
} from './search-hit.ts';
