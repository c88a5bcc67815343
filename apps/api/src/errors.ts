import { FootnoteError } from '@footnote/engine';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { RateLimitedError } from './access/rate-limit.ts';
import {
  ASK_COST,
  MAX_ALIASES,
  MAX_BODY_BYTES,
  MAX_COST,
  MAX_DEPTH,
  MAX_DIRECTIVES,
  MAX_TOKENS,
  MAX_UPLOAD_BYTES,
  QUESTION_POINTS,
  RETRY_AFTER_S,
  SEARCH_COST,
  SEARCH_POINTS,
} from './limits.ts';

/** Every `extensions.code` that a client can meet, and when. Closed: nothing else leaves the server. */
export const ERROR_CODES = {
  // About the request as such.
  BAD_REQUEST: 'Not a GraphQL request: malformed JSON, or no "query".',
  HOST_NOT_ALLOWED: 'The Host header does not name this server.',
  ORIGIN_NOT_ALLOWED:
    'The page that sends the request is not of this server, nor of an origin that it allows.',
  UNAUTHENTICATED: 'The token is missing or wrong: send it as "Authorization: Bearer …".',
  RATE_LIMITED: `This caller spent its points of a minute (a request 1; each search, list of articles or their facets in it ${SEARCH_POINTS} more, each question ${QUESTION_POINTS} more), or sent too many wrong tokens: go on after the seconds of Retry-After.`,
  INTROSPECTION_NOT_ALLOWED:
    'Beyond its own machine, the server tells its schema only to those who send the token.',
  NOT_FOUND: 'There is nothing at this path.',
  METHOD_NOT_ALLOWED: 'Operations come by POST only.',
  UNSUPPORTED_MEDIA_TYPE: 'Operations come as application/json only.',
  NOT_ACCEPTABLE: 'What "Accept" names cannot carry this result; a subscription needs text/event-stream.',
  REQUEST_ENTITY_TOO_LARGE: `The body is over ${MAX_BODY_BYTES / 1024} KiB; of files that are added, see \`UploadLimits\`.`,
  NOT_READY: 'The server is starting or stopping.',
  SERVER_BUSY: 'Too many questions are asked at once: ask again after the seconds of Retry-After.',
  // About the operation.
  GRAPHQL_PARSE_FAILED: 'The operation is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The operation or its variables do not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The request does not say which of its operations to run.',
  OPERATION_TOO_LARGE: `More than ${MAX_DEPTH} levels of fields, ${MAX_ALIASES} aliases, ${MAX_DIRECTIVES} directives or ${MAX_TOKENS} tokens, values nested too deep, or a cost over ${MAX_COST}: each field costs 1, times the items that the lists above it may hold, a search ${SEARCH_COST} more and a question ${ASK_COST}.`,
  // About an argument.
  INVALID_DATE: 'A Date is not a calendar date, YYYY-MM-DD.',
  INVALID_FIRST: '"first" or "last" is not 1 to 50.',
  INVALID_CURSOR: '"after" or "before" is not a cursor that the same list gave for the same arguments.',
  TOO_MANY_ITEMS: 'A list that was given as an argument has more than 50 items.',
  INVALID_ID: 'An id is not one that this API gave, or is of another type.',
  INVALID_ARGUMENTS: '"article" needs an id or a key, and not both.',
  BLANK_QUERY: 'The query is blank.',
  QUERY_TOO_LONG: 'The query is over 2,000 characters.',
  BLANK_QUESTION: 'The question is blank.',
  QUESTION_TOO_LONG: 'The question is over 2,000 characters.',
  INVALID_FILE_NAME: 'A file name would leave its folder, or is not one on every system.',
  INVALID_BASE64: 'The content of a file is not base64.',
  FILE_TOO_LARGE: 'A file, or all of a request together, is over the limit.',
  NOT_UPLOADED: 'An article to be removed comes from a file at a path, which stays untouched.',
  PASSAGE_NOT_FOUND: 'The index does not hold this passage, or no more: its article was changed or removed.',
  // About the index behind the server.
  NOT_WRITABLE: 'Nothing can be added or removed: the server was started without --writable.',
  INDEX_BUSY: 'Something else changes the index: try again when it is done.',
  INDEX_DISK_FULL: 'There is no room for the change: nothing was changed.',
  INDEX_NOT_WRITABLE: 'The folder of the index cannot be written.',
  INDEX_NOT_FOUND: 'There is no index yet.',
  INDEX_CHANGED: 'The index kept changing while it was read: ask again.',
  INDEX_DAMAGED: 'The index cannot be read: repair it.',
  INDEX_FORMAT_TOO_NEW: 'The index was made by a newer Footnote.',
  INDEX_UNREACHABLE: 'The cluster that holds the index does not answer.',
  INDEX_UNREADABLE: 'The files of the index cannot be read.',
  INDEX_OTHER_MODEL: 'The index was made with another embedding model than the server runs.',
  // Anything else; its cause is in the log of the server.
  INTERNAL_SERVER_ERROR: 'The server failed.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}

/** An error that the client can act on. `message` says what happened and what to do. */
export function refusal(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/**
 * Makes what a client is told of an error: errors with a code of the list as they are, an operation that does not
 * fit the schema by its code, and anything else as INTERNAL_SERVER_ERROR, logged with its cause.
 */
export function createErrorMask(
  currentLogger: () => Logger,
  maxBodyBytes = MAX_BODY_BYTES,
): (error: unknown) => Error {
  return (error) => {
    const origin = originOf(error);
    if (origin instanceof FootnoteError && isErrorCode(origin.code)) {
      const told = retold(error, { code: origin.code, message: origin.message });
      const http = httpOf(origin);
      if (http) Object.assign(told.extensions, { http });
      return told;
    }
    if (origin instanceof GraphQLError) return retoldGraphql(error as GraphQLError, maxBodyBytes);
    const logger = currentLogger();
    if (isAbort(origin)) logger.debug({ err: origin }, 'The client left before its request was done.');
    else logger.error({ err: origin }, 'A request failed.');
    return retold(error, {
      code: 'INTERNAL_SERVER_ERROR',
      message: 'The server failed. Its log has the cause.',
    });
  };
}

function httpOf(error: FootnoteError): object | null {
  if (error instanceof RateLimitedError) return tryLater(429, error.retryAfter);
  const isBusy = error.code === 'SERVER_BUSY' || error.code === 'INDEX_BUSY';
  return isBusy ? tryLater(503, RETRY_AFTER_S) : null;
}

function tryLater(status: number, seconds: number): object {
  return { status, headers: { 'retry-after': String(seconds) } };
}

/** What was thrown, underneath the wrappings that GraphQL puts around it. */
function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error;
}

/** What Yoga says of a request has no remedy, and more fields than are documented. */
function retoldGraphql(error: GraphQLError, maxBodyBytes: number): GraphQLError {
  const { code, http } = error.extensions;
  if (!isErrorCode(code)) return retold(error, { code: 'GRAPHQL_VALIDATION_FAILED', message: error.message });
  const remedy = REMEDIES[code]?.(maxBodyBytes);
  const message = remedy ? `${error.message.replace(/\.$/, '')}. ${remedy}` : error.message;
  const masked = retold(error, { code, message });
  if (http) Object.assign(masked.extensions, { http: code === 'BAD_REQUEST' ? { status: 400 } : http });
  return masked;
}

const REMEDIES: Partial<Record<ErrorCode, (maxBodyBytes: number) => string>> = {
  BAD_REQUEST: () => 'Send one JSON object with "query", and where needed "variables" and "operationName".',
  REQUEST_ENTITY_TOO_LARGE: (most) =>
    most === MAX_BODY_BYTES
      ? `Send at most ${most} bytes: shorten the operation or the history.`
      : `Send at most ${most} bytes: fewer files at once, ${MAX_UPLOAD_BYTES} bytes of them together.`,
  OPERATION_RESOLUTION_FAILURE: () => 'Give the "operationName" of one that the document holds.',
};

function retold(error: unknown, { code, message }: { code: ErrorCode; message: string }): GraphQLError {
  const place = error instanceof GraphQLError ? error : null;
  return new GraphQLError(message, {
    nodes: place?.nodes ?? null,
    source: place?.source ?? null,
    positions: place?.positions ?? null,
    path: place?.path ?? null,
    extensions: { code },
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
