import { sitePath } from '../address/site-path.ts';
/**
 * The path of an article's page: the segments of the key, each percent-encoded. A key with an empty, "." or ".."
 * segment, which browsers and servers would drop, becomes one segment with its slashes encoded too; the ending
 * ".rsc", by which Next knows its own requests for data, is encoded as well.
 */
export function articlePath(key: string): string {
  const segments = key.toWellFormed().split('/');
  const separator = segments.some((segment) => /^\.{0,2}$/.test(segment)) ? '%2F' : '/';
  const path = segments
    .map(encodeURIComponent)
    .join(separator)
    .replace(/\.rsc$/, '%2Ersc');
  return sitePath(`/article/${path}`);
}

/** The key that a page's path segments, percent-encoded as they came, stand for; null when they are no valid encoding. */
export function keyOfPath(segments: readonly string[]): string | null {
  try {
    return segments.map(decodeURIComponent).join('/');
  } catch {
    return null;
  }
}
