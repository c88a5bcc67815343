import { GraphQLError } from 'graphql';

/**
 * Every `extensions.code` that a client can meet. Codes of the first group are made here, those of the second by
 * the rooms behind the API; whatever carries none of them reaches the client as INTERNAL_SERVER_ERROR.
 */
export const ERROR_CODES = {
  BAD_REQUEST: 'The request is not a GraphQL request: malformed JSON, or no `query`.',
  HOST_NOT_ALLOWED: 'The Host header does not name this server.',
  METHOD_NOT_ALLOWED: 'Only POST carries operations.',
  UNSUPPORTED_MEDIA_TYPE: 'Only `Content-Type: application/json` carries operations.',
  REQUEST_TOO_LARGE: 'The body is over the limit.',
  NOT_READY: 'The server is starting, or stopping.',
  GRAPHQL_PARSE_FAILED: 'The operation is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The operation does not fit the schema, or its variables do not.',
  OPERATION_TOO_LARGE: 'Too deep, too costly, or too many aliases, directives or tokens.',
  INVALID_DATE: 'A Date is not a calendar date (YYYY-MM-DD).',
  INVALID_FIRST: '`first` is not 1 to 50.',
  INVALID_CURSOR: '`after` is not a cursor of this list.',
  INVALID_ID: 'An id is not one that this API gave, or is of another type.',
  INVALID_ARGUMENTS: '`article` needs an id or a key, and not both.',
  BLANK_QUERY: 'The query is blank.',
  QUERY_TOO_LONG: 'The query is over 2,000 characters.',
  BLANK_QUESTION: 'The question is blank.',
  QUESTION_TOO_LONG: 'The question is over 2,000 characters.',
  INDEX_CHANGED: 'The index kept changing while the request was answered: ask again.',
  INTERNAL_SERVER_ERROR: 'Anything else; the cause is in the log of the server.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error that the client can act on. `message` says what happened and what to do. */
export function refusal(code: ErrorCode, message: string, status?: number): GraphQLError {
  return new GraphQLError(message, { extensions: status ? { code, http: { status } } : { code } });
}
