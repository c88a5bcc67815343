import { isElement, type PageElement } from '../dom.ts';
import { areAgencies, isByline, parseAuthorNames } from './author-names.ts';
import { textOf, typesOf } from './json-ld.ts';
import type { PageStatements } from './page-statements.ts';

const AUTHOR_META = [
  'dc.creator',
  'dcterms.creator',
  'author',
  'article:author',
  'og:article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'byline',
  'article_author',
  'citation_author',
];

/** What of the page is known already, and no author's name. */
interface Known {
  readonly source: string | null;
  readonly title: string | null;
  readonly linesAfterHeadline: readonly string[];
}

/** The article's authors, from JSON-LD, meta elements or the byline shown, the first that names a person. */
export function readAuthors(page: PageStatements, known: Known): string[] {
  const notNames = [known.source, known.title];
  const declared = page.jsonLd?.author ?? page.jsonLd?.creator;
  // A personal site has its author's name.
  const isPersonal = page.jsonLd !== null && !typesOf(page.jsonLd).some((type) => /News|Report/.test(type));
  const persons = jsonLdAuthors(declared, {
    notNames: isPersonal ? [known.title] : notNames,
    type: 'person',
  });
  if (persons.length > 0) return persons;
  for (const name of AUTHOR_META) {
    const names = page.meta
      .all(name)
      .flatMap((one) => parseAuthorNames(withCapitals(one), { notNames, isPerson: true }));
    if (names.length > 0 && names.every(isFullName)) return [...new Set(names)];
  }
  const marked = shownAuthors(page, notNames);
  const shown = marked.length > 0 ? marked : bylineAuthors(known.linesAfterHeadline, notNames);
  return shown.length > 0 ? shown : jsonLdAuthors(declared, { notNames, type: 'organization' });
}

/** Single words are user names, unless they are written in a script without spaces or with capitals within. */
function isFullName(name: string): boolean {
  return / |\p{Lo}|\p{Ll}.*\p{Lu}|\p{Lu}.*\p{Ll}.*\p{Lu}/u.test(name);
}

function jsonLdAuthors(
  value: unknown,
  { notNames, type }: { notNames: readonly (string | null)[]; type: 'person' | 'organization' },
): string[] {
  const names: string[] = [];
  for (const author of Array.isArray(value) ? value : [value]) {
    const isOrganization = /Organization$/.test(String((author as { '@type'?: unknown } | null)?.['@type']));
    if (isOrganization !== (type === 'organization')) continue;
    const given = typeof author === 'string' ? author : (author as { name?: unknown } | null)?.name;
    const name = textOf(Array.isArray(given) ? given.join(', ') : given);
    if (!name) continue;
    const read = parseAuthorNames(name, { notNames, isPerson: type === 'person' });
    const isBody = type === 'organization' && read.length === 0 && !notNames.includes(name);
    for (const one of isBody ? [name] : read) if (!names.includes(one)) names.push(one);
  }
  return names;
}

const AUTHOR_LINK =
  /\/(?:authors?|staff|people|profile|by|contributors?|writers?|bloggers?|journalists?|columnists?|users?)\/[^/]+\/?$/i;
/** Links, microdata, hAtom and microformats 2. */
const AUTHOR_MARK = '[rel~="author"], [itemprop~="author"], .vcard .fn, .p-author';
const LONGEST_BYLINE = 160;
const BYLINE_SIGNATURE = /(?:^|[^a-z])(?:by-?line|author)s?(?:$|[^a-z])/i;

/**
 * The names in the byline that follows the headline: what the page marks as the author, a link to an author's page or a
 * short line "By …". Failing that, who the page marks as the author anywhere, where it is one and the same.
 */
function shownAuthors(page: PageStatements, notNames: readonly (string | null)[]): string[] {
  let agencies: string[] = [];
  const heading = page.document.getElementsByTagName('h1')[0];
  let element = heading ? next(heading, true) : null;
  for (let seen = 0; element && seen < 400; element = next(element, false), seen++) {
    const names = element.matches(AUTHOR_MARK)
      ? markedNames(element, notNames)
      : bylineNames(element, notNames);
    if (names.length === 0 || !page.isOwn(element)) continue;
    if (!areAgencies(names)) return names;
    agencies = names;
  }
  if (agencies.length > 0) return agencies;
  const marked = [...page.document.querySelectorAll(AUTHOR_MARK)].filter((one) => page.isOwn(one));
  const distinct = new Set(marked.map((one) => markedNames(one, notNames).join('\n')));
  distinct.delete('');
  return distinct.size === 1 ? [...distinct][0]!.split('\n') : [];
}

/** The names in the first line that is a byline, whatever elements it is made of. */
function bylineAuthors(lines: readonly string[], notNames: readonly (string | null)[]): string[] {
  const byline = lines.find((line) => line.length <= LONGEST_BYLINE && isByline(line));
  return byline === undefined ? [] : parseAuthorNames(byline, { notNames });
}

function markedNames(marked: PageElement, notNames: readonly (string | null)[]): string[] {
  const name = marked.querySelector('[itemprop="name"]') ?? marked;
  const text = name.textContent ?? '';
  return text.length > LONGEST_BYLINE ? [] : parseAuthorNames(text, { notNames, isPerson: true });
}

function bylineNames(element: PageElement, notNames: readonly (string | null)[]): string[] {
  const href = element.getAttribute('href');
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > LONGEST_BYLINE) return [];
  if (href && AUTHOR_LINK.test(href.replace(/[?#].*$/, ''))) return parseAuthorNames(text, { notNames });
  const isMarked = BYLINE_SIGNATURE.test(`${element.getAttribute('class') ?? ''} ${element.id}`);
  if (
    !isByline(text) &&
    !/^by\s+\p{L}/iu.test(text) &&
    !(isMarked && text.length < 60 && element.childElementCount === 0)
  )
    return [];
  if (element.childElementCount > 0 && element.querySelector('a[href]')) return [];
  return parseAuthorNames(text, { notNames });
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

/** A name that a page keeps in lower case ("jane doe") with its capitals. */
function withCapitals(name: string): string {
  if (!/^\p{Ll}+(?:[ '-]\p{Ll}+){1,3}$/u.test(name)) return name;
  return name.replace(/(^|[\s'-])(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase());
}
