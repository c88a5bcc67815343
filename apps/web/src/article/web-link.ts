/** Where an article's own address leads, and its host to show; null unless it is an http or https address. */
export function webLink(url: string | null): { readonly href: string; readonly host: string } | null {
  if (url === null || !URL.canParse(url)) {
    return null;
  }
  const { protocol, href, host } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? { href, host } : null;
}
