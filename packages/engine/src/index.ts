export { type AskOptions, askArticles, type LocatedAskProgress } from './ask-articles.ts';
export { type CitationClaim, type CitationVerdict, checkCitation } from './check-citation.ts';
export type { Rooms } from './engine.ts';
export type {
  LocatedAnswer,
  LocatedAskResult,
  LocatedCitation,
  LocatedHit,
  LocatedNoAnswer,
  LocatedPassage,
  LocatedSearchPage,
} from './located.ts';
export { type OpenRooms, openRooms, type RoomsOptions } from './open-engine.ts';
export { searchArticles } from './search-articles.ts';
