import type { Share } from '@footnote/index';

/** `2/8`, as it is typed; `all` without shares, and of a single one. */
export function shareName(share: Share | undefined): string {
  return share && share.of > 1 ? `${share.part}/${share.of}` : 'all';
}
