import { isElement, type PageElement } from '../dom.ts';
import { parseAuthorNames } from './author-names.ts';
import { textOf } from './json-ld.ts';
import type { PageStatements } from './page-title.ts';

const AUTHOR_META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'byline',
  'article_author',
  'citation_author',
];

/** The article's authors, from JSON-LD, meta elements or the byline shown, the first that names a person. */
export function readAuthors(page: PageStatements, publisher: string | null): string[] {
  const declared = page.jsonLd?.author ?? page.jsonLd?.creator;
  const persons = jsonLdAuthors(declared, { publisher, type: 'person' });
  if (persons.length > 0) return persons;
  for (const name of AUTHOR_META) {
    const names = parseAuthorNames(page.meta.get(name) ?? '', { notNames: [publisher] });
    if (names.length > 0 && names.every((one) => / |[A-Z].*[A-Z]/.test(one))) return names.map(withCapitals);
  }
  const shown = shownAuthors(page, publisher);
  return shown.length > 0 ? shown : jsonLdAuthors(declared, { publisher, type: 'organization' });
}

function jsonLdAuthors(
  value: unknown,
  { publisher, type }: { publisher: string | null; type: 'person' | 'organization' },
): string[] {
  const names: string[] = [];
  for (const author of Array.isArray(value) ? value : [value]) {
    const isOrganization = /Organization$/.test(String((author as { '@type'?: unknown } | null)?.['@type']));
    if (isOrganization !== (type === 'organization')) continue;
    const name = textOf(typeof author === 'string' ? author : (author as { name?: unknown } | null)?.name);
    if (!name) continue;
    for (const person of parseAuthorNames(name, { notNames: [publisher], isPerson: type === 'person' }))
      if (!names.includes(person)) names.push(person);
  }
  return names;
}

const AUTHOR_LINK =
  /\/(?:authors?|staff|people|profile|by|contributors?|writers?|bloggers?|journalists?|columnists?|users?)\/[^/]+\/?$/i;
const AUTHOR_MARK = '[rel~="author"], [itemprop~="author"]';
const LONGEST_BYLINE = 160;
const BYLINE_SIGNATURE = /(?:^|[^a-z])(?:by-?line|author)s?(?:$|[^a-z])/i;

/**
 * The names in the byline that follows the headline: what the page marks as the author, a link to an author's page or a
 * short line "By …". Failing that, who the page marks as the author anywhere, where it is one and the same.
 */
function shownAuthors({ document }: PageStatements, publisher: string | null): string[] {
  const heading = document.getElementsByTagName('h1')[0];
  let element = heading ? next(heading, true) : null;
  for (let seen = 0; element && seen < 400; element = next(element, false), seen++) {
    const names = element.matches(AUTHOR_MARK)
      ? markedNames(element, publisher)
      : bylineNames(element, publisher);
    if (names.length > 0) return names;
  }
  const marked = [...document.querySelectorAll(AUTHOR_MARK)].map((one) =>
    markedNames(one, publisher).join('\n'),
  );
  const distinct = new Set(marked.filter((names) => names !== ''));
  return distinct.size === 1 ? [...distinct][0]!.split('\n') : [];
}

function markedNames(marked: PageElement, publisher: string | null): string[] {
  const name = marked.querySelector('[itemprop="name"]') ?? marked;
  const text = name.textContent ?? '';
  return text.length > LONGEST_BYLINE ? [] : parseAuthorNames(text, { notNames: [publisher] });
}

function bylineNames(element: PageElement, publisher: string | null): string[] {
  const href = element.getAttribute('href');
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > LONGEST_BYLINE) return [];
  if (href && AUTHOR_LINK.test(href.replace(/[?#].*$/, '')))
    return parseAuthorNames(text, { notNames: [publisher] });
  const isByline = BYLINE_SIGNATURE.test(`${element.getAttribute('class') ?? ''} ${element.id}`);
  if (
    !/^(?:by|von|por|par)\s+\p{L}/iu.test(text) &&
    !(isByline && text.length < 60 && element.childElementCount === 0)
  )
    return [];
  if (element.childElementCount > 0 && element.querySelector('a[href]')) return [];
  return parseAuthorNames(text, { notNames: [publisher] });
}

/** The next element in document order. */
function next(element: PageElement, skipChildren: boolean): PageElement | null {
  if (!skipChildren && element.firstElementChild) return element.firstElementChild;
  for (let at: PageElement | null = element; at; at = at.parentElement) {
    const sibling = at.nextElementSibling;
    if (sibling && isElement(sibling)) return sibling;
  }
  return null;
}

/** Names that a page keeps in lower case ("jane doe") with their capitals. */
function withCapitals(name: string): string {
  if (name !== name.toLowerCase()) return name;
  return name.replace(/(^|[\s'-])(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase());
}
