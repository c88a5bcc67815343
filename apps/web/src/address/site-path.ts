/** What every path begins with, where a proxy gives the web app a part of a site; empty for none. Set when it is built. */
const PREFIX = process.env.FOOTNOTE_PATH_PREFIX ?? '';

/** A path of this web app as the browser knows it. */
export function sitePath(path: string): string {
  return path === '/' ? PREFIX || '/' : `${PREFIX}${path}`;
}

/** What `sitePath` was made from. */
export function withoutPrefix(path: string): string {
  return path.startsWith(PREFIX) ? path.slice(PREFIX.length) || '/' : path;
}

/** Whether `sitePath` could have made it. */
export function isSitePath(path: string): boolean {
  return path.startsWith(PREFIX) && /^(?:[/?]|$)/.test(path.slice(PREFIX.length));
}
