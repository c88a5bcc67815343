export { type AskOptions, askArticles, type LocatedAskProgress } from './ask-articles.ts';
export { isCalendarDate } from './calendar-date.ts';
export type {
  LocatedAnswer,
  LocatedAskResult,
  LocatedCitation,
  LocatedHit,
  LocatedNoAnswer,
  LocatedPassage,
  LocatedSearchPage,
} from './located.ts';
export { type OpenRooms, openRooms, type RoomsOptions } from './open-rooms.ts';
export type { Rooms } from './rooms.ts';
export { searchArticles } from './search-articles.ts';
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts';
