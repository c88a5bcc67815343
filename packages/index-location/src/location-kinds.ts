import { FootnoteError } from '@footnote/core';

/** Whether a location names an index in a cluster, by a URL; any other is a folder of this machine. */
export function isClusterLocation(location: string): boolean {
  return /^weaviates?:\/\//.test(location);
}

/**
 * For what only makes sense with an index directory.
 * @param use what cannot be done with a cluster, at the start of a sentence
 * @throws FootnoteError `INDEX_UNSUPPORTED`
 */
export function assertDirectory(location: string, { use, remedy }: { use: string; remedy: string }): void {
  if (!isClusterLocation(location)) return;
  throw new FootnoteError(
    'INDEX_UNSUPPORTED',
    `${use} is for an index in a folder, not for ${location}. ${remedy}`,
  );
}
