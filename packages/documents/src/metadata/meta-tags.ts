import type { PageDocument } from '../dom.ts';

/** A page's meta elements by name, property or itemprop in lower case; the first of a name counts. */
export type MetaTags = ReadonlyMap<string, string>;

export function readMetaTags(document: PageDocument): MetaTags {
  const tags = new Map<string, string>();
  for (const element of document.getElementsByTagName('meta')) {
    const content = element.getAttribute('content')?.replace(/\s+/g, ' ').trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !tags.has(name)) tags.set(name, content);
    }
  }
  return tags;
}

/** The first of these names that the page gives. */
export function firstMeta(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const content = tags.get(name);
    if (content) return content;
  }
  return null;
}
