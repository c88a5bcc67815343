import { FootnoteError } from '@footnote/core';
import type { ArticleListRequest } from '@footnote/index';
import { MAX_FIRST, MAX_QUERY_LENGTH } from '@footnote/retrieval';

/** @throws FootnoteError `INVALID_FIRST`, `QUERY_TOO_LONG` */
export function checkListRequest({ first, last, query = '' }: ArticleListRequest): void {
  for (const size of [first, last]) {
    if (size === undefined || (Number.isInteger(size) && size >= 1 && size <= MAX_FIRST)) continue;
    throw new FootnoteError(
      'INVALID_FIRST',
      `A page of ${size} articles was asked for. Ask for a whole number from 1 to ${MAX_FIRST}.`,
    );
  }
  if (query.length <= MAX_QUERY_LENGTH) return;
  throw new FootnoteError(
    'QUERY_TOO_LONG',
    `The query has ${query.length} characters; the limit is ${MAX_QUERY_LENGTH}. Shorten it.`,
  );
}
