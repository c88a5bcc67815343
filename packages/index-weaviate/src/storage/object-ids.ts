import type { PassagePlace, Share } from '@footnote/index';
import { generateUuid5 } from 'weaviate-client';

/**
 * Ids of objects are made of what they are about (UUIDs of version 5), so that whatever is written twice is there once,
 * and is found without a search.
 */
export function articleId(key: string): string {
  return idOf('article', key);
}

export function passageId({ articleKey, start }: PassagePlace): string {
  return idOf('passage', articleKey, start);
}

/** Of the record that one article is near-identical to another. */
export function nearDuplicateId(key: string, otherKey: string): string {
  return idOf('near duplicate', key, otherKey);
}

export function recordId(kind: string, name: string): string {
  return idOf(kind, name);
}

/** The ids of articles are spread evenly: a share is a range of them. */
export function isInShare(key: string, share: Share | undefined): boolean {
  if (!share) return true;
  const { from, to } = shareRange(share);
  const id = articleId(key);
  return id >= from && (to === null || id < to);
}

/** Ids from `from` (included) to `to` (excluded; null: to the end). */
export function shareRange({ part, of }: Share): { readonly from: string; readonly to: string | null } {
  return { from: boundary((part - 1) / of), to: part === of ? null : boundary(part / of) };
}

function boundary(share: number): string {
  const start = Math.floor(share * 2 ** 32);
  return `${start.toString(16).padStart(8, '0')}-0000-0000-0000-000000000000`;
}

function idOf(...parts: readonly (string | number)[]): string {
  return generateUuid5(JSON.stringify(parts));
}
