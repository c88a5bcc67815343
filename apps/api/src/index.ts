export { type AskOptions, askArticles, type LocatedAskProgress } from './ask-articles.ts';
export { type ApiOptions, createApi, type FetchHandler } from './create-api.ts';
export { ERROR_CODES, type ErrorCode } from './errors.ts';
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
export { createSchema } from './schema.ts';
export { searchArticles } from './search-articles.ts';
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts';
export { isCalendarDate } from './types/scalars/date.ts';
