import { FootnoteError } from '@footnote/core';

/**
 * The place (its start) that a cursor of `Searcher.passages` names: it goes through the hands of clients.
 * @throws FootnoteError `INVALID_CURSOR`
 */
export function parsePassageCursor(cursor: string): number {
  if (/^\d+$/.test(cursor)) return Number(cursor);
  throw new FootnoteError(
    'INVALID_CURSOR',
    `"${cursor.slice(0, 60)}" is no place in an article. Pass an endCursor as it was returned, or none.`,
  );
}
