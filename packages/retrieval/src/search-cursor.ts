import { FootnoteError } from '@footnote/core';

/** Where a hit stands in the order of results: copies last, then score, article key, start. */
export interface RankPosition {
  /** Whether the passage belongs to a near-identical copy of an article that ranks before it. */
  readonly isCopy: boolean;
  readonly score: number;
  readonly articleKey: string;
  readonly start: number;
}

/** Negative when `a` comes before `b`. A total order over passages. */
export function comparePositions(a: RankPosition, b: RankPosition): number {
  if (a.isCopy !== b.isCopy) return a.isCopy ? 1 : -1;
  if (a.score !== b.score) return b.score - a.score;
  if (a.articleKey !== b.articleKey) return a.articleKey < b.articleKey ? -1 : 1;
  return a.start - b.start;
}

/** The cursor of a hit: names its position, so that a page goes on from there whatever changed before it. */
export function encodeCursor(position: RankPosition): string {
  const { isCopy, score, articleKey, start } = position;
  return Buffer.from(JSON.stringify([isCopy, score, articleKey, start])).toString('base64url');
}

/** @throws FootnoteError `INVALID_CURSOR` */
export function decodeCursor(cursor: string): RankPosition {
  let fields: unknown;
  try {
    fields = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw invalidCursor(cursor, cause);
  }
  if (!Array.isArray(fields)) throw invalidCursor(cursor);
  const [isCopy, score, articleKey, start] = fields as unknown[];
  if (typeof isCopy !== 'boolean' || typeof articleKey !== 'string') throw invalidCursor(cursor);
  if (!Number.isFinite(score) || !Number.isSafeInteger(start)) throw invalidCursor(cursor);
  return { isCopy, score: score as number, articleKey, start: start as number };
}

function invalidCursor(cursor: string, cause?: unknown): FootnoteError {
  const message = `"${cursor.slice(0, 60)}" is no cursor of a search. Pass an endCursor as it was returned, or none.`;
  return new FootnoteError('INVALID_CURSOR', message, { cause });
}
