export type { ScoreExplanation, ScorePart, SearchHit, SearchMode, SearchPage, SearchRequest } from './search-hit.ts';
