import type { PassagePlace } from '@footnote/engine';
import { refusal } from '../../errors.ts';

/**
 * Ids are made of what an article brings with it (its key, and where a passage starts), never of row numbers, so
 * they survive a rebuild of the index. They are opaque to clients: base64url of `Type:id`.
 */
export function encodeNodeId(typename: string, id: string): string {
  return Buffer.from(`${typename}:${id}`, 'utf8').toString('base64url');
}

/** @throws GraphQLError `INVALID_ID` */
export function decodeNodeId(nodeId: string): { typename: string; id: string } {
  const decoded = Buffer.from(nodeId, 'base64url').toString('utf8');
  const colon = decoded.indexOf(':');
  const typename = decoded.slice(0, Math.max(colon, 0));
  const id = decoded.slice(colon + 1);
  // Decoding skips what is not base64url: only the one spelling that was given out is taken back.
  if (!/^(Article|Passage)$/.test(typename) || encodeNodeId(typename, id) !== nodeId) {
    throw refusal(
      'INVALID_ID',
      'This is not an id that this API gave. Take the "id" of an Article or a Passage.',
    );
  }
  return { typename, id };
}

/** @throws GraphQLError `INVALID_ID` when it is not an article's id */
export function articleKeyOf(nodeId: string): string {
  return idOf('Article', nodeId);
}

/** @throws GraphQLError `INVALID_ID` when it is not a passage's id */
export function passagePlaceOf(nodeId: string): PassagePlace {
  return decodePassagePlace(idOf('Passage', nodeId));
}

function idOf(wanted: 'Article' | 'Passage', nodeId: string): string {
  const { typename, id } = decodeNodeId(nodeId);
  if (typename === wanted) return id;
  throw refusal('INVALID_ID', `This id is of type ${typename}. Give one of type ${wanted}.`);
}

export function encodePassagePlace(articleKey: string, start: number): string {
  return `${start}:${articleKey}`;
}

/** @throws GraphQLError `INVALID_ID` */
export function decodePassagePlace(place: string): PassagePlace {
  const match = /^(0|[1-9]\d{0,9}):(.*)$/s.exec(place);
  if (!match?.[1] || match[2] === undefined) {
    throw refusal('INVALID_ID', 'This is not an id that this API gave. Take the "id" of a Passage.');
  }
  return { start: Number(match[1]), articleKey: match[2] };
}
