import { createHash } from 'node:crypto';
import { refusal } from '../../errors.ts';

/** The list that a cursor is a place in: what it lists, and what was asked for it besides the part of it. */
export interface CursorList {
  readonly name: 'articles' | 'passages' | 'search';
  /** What tells this list from others of its name, as JSON. */
  readonly of: unknown;
}

/** Opaque to clients: base64url of the list, as a short hash, and the place in it. */
export function encodeCursor(list: CursorList, place: string): string {
  return Buffer.from(`${fingerprint(list)}${place}`, 'utf8').toString('base64url');
}

/**
 * A cursor of another list, though of the same name, would be a place where nobody stopped.
 * @throws GraphQLError `INVALID_CURSOR`
 */
export function decodeCursor(list: CursorList, cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString('utf8').slice(FINGERPRINT_LENGTH);
  if (encodeCursor(list, place) === cursor) return place;
  throw refusal(
    'INVALID_CURSOR',
    `"${cursor.slice(0, 60)}" is no cursor of these ${list.name}. Pass one that the same arguments gave, as it was returned, or none.`,
  );
}

const FINGERPRINT_LENGTH = 12;

function fingerprint({ name, of }: CursorList): string {
  const asked = createHash('sha256').update(JSON.stringify([name, of]));
  return asked.digest('base64url').slice(0, FINGERPRINT_LENGTH);
}
