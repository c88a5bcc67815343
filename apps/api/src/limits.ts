import { MAX_FIRST } from '@footnote/engine';

/** Everything the server refuses to do more of, in one place; the length of questions is retrieval's to limit. */

/** Items of one page of any connection, and of a list that is given as an argument. */
export const MAX_PAGE_SIZE = MAX_FIRST;

/** Sources, authors or years that facets name, the most frequent. */
export const MAX_FACETS = 500;

/** Bytes of a request's body: a long conversation fits, a flood does not. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Bytes of one uploaded file: what is read of any. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Bytes of all files of one `addArticles`. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/** Bytes of the body of a request that uploads: base64 takes four for three, and names and the operation some more. */
export const MAX_UPLOAD_BODY_BYTES = Math.ceil((MAX_UPLOAD_BYTES * 4) / 3) + MAX_BODY_BYTES;

/** Shape of one operation, checked before it runs. Introspection is not counted. */
export const MAX_DEPTH = 12;
export const MAX_ALIASES = 30;
export const MAX_DIRECTIVES = 20;
export const MAX_TOKENS = 2_000;

/**
 * Cost of one operation: every field counts 1, times the number of items that the lists above it can hold. One
 * `search(first: 50)` with every field of each hit, its passage and article, and one `ask` with every field, stay
 * well below; pages of 50 within pages of 50 do too, a third level does not.
 */
export const MAX_COST = 30_000;

/** What a query embedding and a ranking cost in units of one field. */
export const SEARCH_COST = 200;

/** What going through all articles, to list or to count them, costs in units of one field. */
export const LIST_COST = 50;

/** What reading the evidence for one question costs in units of one field. */
export const ASK_COST = 2_000;

/** What a change of the index costs in units of one field: no operation has room for two. */
export const CHANGE_COST = MAX_COST / 2 + 1;

/** What having an answer rewritten costs in units of one field. */
export const PROSE_COST = 2_000;

/** Items to expect in lists that are not pages. */
export const EXPECTED_EVIDENCE = 20;
export const EXPECTED_CITATIONS = 5;
export const EXPECTED_SCORE_PARTS = 5;
export const EXPECTED_HIGHLIGHTS = 10;
export const EXPECTED_DUPLICATES = 5;
export const EXPECTED_FACETS = 50;
export const EXPECTED_SKIPPED = 50;

/** Questions that are answered at once; each has a reading process work for it much of the time. */
export const MAX_QUESTIONS_RUNNING = 8;

/** Questions that wait for their turn: the last of them some tens of seconds. */
export const MAX_QUESTIONS_WAITING = 56;

/** Answers that the writer rewrites at once, and that wait for it. */
export const MAX_PROSE_RUNNING = 4;
export const MAX_PROSE_WAITING = 28;

/** Answers that are kept for who asks the same again, and the memory that they may hold with their articles. */
export const MAX_KEPT_ANSWERS = 1_000;
export const MAX_KEPT_ANSWER_BYTES = 64 * 1024 * 1024;

/** Seconds after which a client that was refused for want of room may ask again. */
export const RETRY_AFTER_S = 5;

/**
 * Points that one caller may spend in a minute where others reach the server: one a request, and more for each thing in
 * it that goes through the whole index, as one request may have many of them. A question has the models read for a
 * second; a search, a list of articles or their facets take a processor for some milliseconds.
 */
export const RATE_LIMIT = 600;
export const QUESTION_POINTS = 10;
export const SEARCH_POINTS = 1;

/** Wrong tokens that may come from one address in a minute. */
export const MAX_WRONG_TOKENS = 10;

/** Milliseconds after which what was found damaged is read again, though the index shows no change. */
export const DAMAGE_RECHECK_MS = 30_000;

/** Milliseconds that a client may take to send the headers of one request. */
export const HEADERS_TIMEOUT_MS = 30_000;
/** Milliseconds that it may take to send all of it: an upload of the greatest size at one megabit a second. */
export const REQUEST_TIMEOUT_MS = 240_000;

/** Milliseconds that requests in flight are given when the server stops. */
export const STOP_TIMEOUT_MS = 10_000;
