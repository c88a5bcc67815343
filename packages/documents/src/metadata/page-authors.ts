import { isElement, type PageElement, shownText } from '../dom.ts';
import { areAgencies, isByline, parseAuthorNames } from './author-names.ts';
import { type JsonLdNode, textOf, typesOf } from './json-ld.ts';
import type { PageStatements } from './page-statements.ts';
import { TITLE_SEPARATOR } from './site-name.ts';

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
  'cxenseparse:author',
];

/** What of the page is known already, and no author's name. */
interface Known {
  readonly source: string | null;
  readonly title: string | null;
  readonly linesAfterHeadline: readonly string[];
}

/** The article's authors, from JSON-LD, meta elements or the byline shown, the first that names a person. */
export function readAuthors(page: PageStatements, known: Known): string[] {
  const notNames = [...sourceNames(known.source), known.title];
  const declared = page.jsonLd?.author ?? page.jsonLd?.creator;
  // A personal site has its author's name.
  const isPersonal = isPerson(declared) && !typesOf(page.jsonLd!).some((type) => /News|Report/.test(type));
  const persons = jsonLdAuthors(declared, {
    notNames: isPersonal ? [known.title] : notNames,
    type: 'person',
  });
  if (!areAgencies(persons)) return persons;
  const stated = metaAuthors(page, notNames);
  // A publisher puts its own name into one of several elements: the one that the page shows below its headline counts.
  const top = known.linesAfterHeadline.join('\n').toLowerCase();
  const isShown = (names: readonly string[]) => names.every((name) => top.includes(name.toLowerCase()));
  const best = stated.length === 1 ? stated[0] : stated.find(isShown);
  if (best !== undefined) return best;
  const marked = shownAuthors(page, notNames);
  const bestMarked = stated.find((names) => names.every((name) => marked.includes(name))) ?? stated[0];
  if (bestMarked !== undefined) return bestMarked;
  const shown = marked.length > 0 ? marked : bylineAuthors(known.linesAfterHeadline, notNames);
  const candidates = [shown, persons, jsonLdAuthors(declared, { notNames, type: 'organization' })];
  return candidates.find((names) => names.length > 0) ?? [];
}

/** A publication's name, and what of it stands before or after a bar: "What it is about | The Courier". */
function sourceNames(source: string | null): string[] {
  return source === null ? [] : [source, ...source.split(TITLE_SEPARATOR)];
}

function isPerson(declared: unknown): boolean {
  if (typeof declared !== 'object' || declared === null) return false;
  const name = (declared as JsonLdNode).name;
  return typesOf(declared as JsonLdNode).includes('Person') && typeof name === 'string' && name.includes(' ');
}

/** The names in each of the meta elements that name an author, the most trusted first. */
function metaAuthors({ meta }: PageStatements, notNames: readonly (string | null)[]): string[][] {
  return AUTHOR_META.flatMap((name) => {
    const statements = meta.all(name).map(withCapitals);
    const names = statements.flatMap((one) => parseAuthorNames(one, { notNames, isPerson: true }));
    return names.length > 0 && names.every(isFullName) ? [[...new Set(names)]] : [];
  });
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
  /\/(?:authors?|autor(?:en|es|a|i)?|auteurs?|staff|people|profile|by|contributors?|writers?|editors?|reporters?|correspondents?|bloggers?|journalists?|columnists?|users?)\/[^/]+\/?$/i;
/** Links, microdata, hAtom and microformats 2. */
const AUTHOR_MARK = '[rel~="author"], [itemprop~="author"], .vcard .fn, .p-author';
const LONGEST_BYLINE = 160;
const BYLINE_SIGNATURE = /(?:^|[^a-z])(?:by-?line|author)(?:s|-?names?)?(?:$|[^a-z])/i;

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
    if (!areAgencies(names)) return [...new Set([...names, ...othersBeside(element, notNames)])];
    agencies = names;
  }
  if (agencies.length > 0) return agencies;
  const marked = [...page.document.querySelectorAll(AUTHOR_MARK)].filter((one) => page.isOwn(one));
  const distinct = new Set(marked.map((one) => markedNames(one, notNames).join('\n')));
  distinct.delete('');
  return distinct.size === 1 ? [...distinct][0]!.split('\n') : [];
}

/** Who is marked as an author beside the first one: each name of a byline is often an element of its own. */
function othersBeside(first: PageElement, notNames: readonly (string | null)[]): string[] {
  let byline: PageElement = first;
  for (let at = first.parentElement; at !== null; at = at.parentElement) {
    if (at.querySelector('h1') !== null || shownText(at).length > LONGEST_BYLINE) break;
    byline = at;
  }
  const names: string[] = [];
  for (const other of byline.querySelectorAll(`${AUTHOR_MARK}, a[href]`)) {
    if (other === first || first.contains(other) || other.contains(first)) continue;
    if (OTHER_PART_BEFORE.test(textBefore(other, byline))) break;
    names.push(...(other.matches(AUTHOR_MARK) ? markedNames(other, notNames) : bylineNames(other, notNames)));
  }
  return names.filter((name) => name.includes(' '));
}

/** From here on a byline names who took the pictures, or translated. */
const OTHER_PART_BEFORE = /photo|pictur|illustrat|edit|video|translat|graphic|produc|bild|foto/i;

function textBefore(element: PageElement, root: PageElement): string {
  const whole = shownText(root);
  const at = whole.indexOf(shownText(element));
  return at < 0 ? '' : whole.slice(0, at);
}

/** The names in the first line that is a byline, whatever elements it is made of. */
function bylineAuthors(lines: readonly string[], notNames: readonly (string | null)[]): string[] {
  const byline = lines.find((line) => line.length <= LONGEST_BYLINE && isByline(line));
  return byline === undefined ? [] : parseAuthorNames(byline, { notNames });
}

function markedNames(marked: PageElement, notNames: readonly (string | null)[]): string[] {
  const name = marked.querySelector('[itemprop="name"]') ?? marked;
  const text = shownText(name);
  return text.length > LONGEST_BYLINE ? [] : parseAuthorNames(text, { notNames, isPerson: true });
}

function bylineNames(element: PageElement, notNames: readonly (string | null)[]): string[] {
  const href = element.getAttribute('href');
  const text = (element.textContent ?? '').length > 3 * LONGEST_BYLINE ? '' : shownText(element);
  if (text === '' || text.length > LONGEST_BYLINE) return [];
  if (href && AUTHOR_LINK.test(href.replace(/[?#].*$/, ''))) return parseAuthorNames(text, { notNames });
  const isMarked = BYLINE_SIGNATURE.test(`${element.getAttribute('class') ?? ''} ${element.id}`);
  if (!isByline(text) && !/^by\s+\p{L}/iu.test(text) && !(isMarked && text.length < 60)) return [];
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
