import { refusal } from '../../errors.ts';

/** The lists whose cursors are made here; `search` makes its own. */
export type CursorKind = 'articles' | 'passages';

/** Opaque to clients: base64url of the list and the place in it. */
export function encodeCursor(kind: CursorKind, place: string): string {
  return Buffer.from(`${kind}:${place}`, 'utf8').toString('base64url');
}

/** @throws GraphQLError `INVALID_CURSOR` */
export function decodeCursor(kind: CursorKind, cursor: string): string {
  const place = Buffer.from(cursor, 'base64url')
    .toString('utf8')
    .slice(kind.length + 1);
  if (encodeCursor(kind, place) === cursor) return place;
  throw refusal(
    'INVALID_CURSOR',
    `"${cursor.slice(0, 60)}" is no cursor of ${kind}. Pass an endCursor as it was returned, or none.`,
  );
}
