import { createHash } from 'node:crypto';
import { FootnoteError } from '@footnote/core';

/** A list that is given in pages: what it lists, and what was asked for besides the part of it. */
export interface ListIdentity {
  readonly name: 'articles' | 'passages' | 'search';
  /** What tells this list from others of its name, as JSON. */
  readonly of: unknown;
}

/**
 * What a door gives for a cursor of an engine's page. Opaque: base64url of the list, as a short hash, and the place in it.
 */
export function encodeListCursor(list: ListIdentity, place: string): string {
  return Buffer.from(`${fingerprint(list)}${place}`, 'utf8').toString('base64url');
}

/**
 * A cursor of another list, though of the same name, would be a place where nobody stopped.
 * @throws FootnoteError `INVALID_CURSOR`
 */
export function decodeListCursor(list: ListIdentity, cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString('utf8').slice(FINGERPRINT_LENGTH);
  if (encodeListCursor(list, place) === cursor) return place;
  throw new FootnoteError(
    'INVALID_CURSOR',
    `"${cursor.slice(0, 60)}" is no cursor of ${LIST_WORDS[list.name]}. Pass one that the same arguments gave, as it was returned, or none.`,
  );
}

const LIST_WORDS = {
  articles: 'these articles',
  passages: 'these passages',
  search: 'this search',
} as const satisfies Record<ListIdentity['name'], string>;

const FINGERPRINT_LENGTH = 12;

function fingerprint({ name, of }: ListIdentity): string {
  const asked = createHash('sha256').update(JSON.stringify([name, of]));
  return asked.digest('base64url').slice(0, FINGERPRINT_LENGTH);
}
