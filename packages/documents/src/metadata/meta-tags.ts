import type { PageDocument } from '../dom.ts';

/** What a page's meta elements say, by name, property or itemprop; in lower case, `dc:title` as `dc.title`. */
export interface MetaTags {
  /** The first of these names that the page gives. */
  first(...names: string[]): string | null;
  /** Every value of a name, in the page's order. */
  all(name: string): readonly string[];
}

const NAMING_ATTRIBUTES = ['property', 'name', 'itemprop', 'http-equiv'];

export function readMetaTags(document: PageDocument): MetaTags {
  const values = new Map<string, string[]>();
  for (const element of document.getElementsByTagName('meta')) {
    const content = element.getAttribute('content')?.replace(/\s+/g, ' ').trim();
    if (!content) continue;
    for (const attribute of NAMING_ATTRIBUTES) {
      for (const name of namesIn(element.getAttribute(attribute))) {
        const known = values.get(name);
        if (known === undefined) values.set(name, [content]);
        else if (!known.includes(content)) known.push(content);
      }
    }
  }
  const all = (name: string) => values.get(name) ?? [];
  return { all, first: (...names) => names.flatMap(all)[0] ?? null };
}

/** An attribute may hold several names, parted by spaces. */
function namesIn(attribute: string | null): string[] {
  const names = attribute?.toLowerCase().match(/\S+/g) ?? [];
  return names.map((name) => name.replace(/^(dc(?:terms?)?):/, '$1.'));
}
