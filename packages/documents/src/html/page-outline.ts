import { isLink, type PageDocument, type PageElement, tagOf, walk } from '../dom.ts';

/** What is known of one element after a single walk over the page: rules decide by it. */
export interface OutlinedElement {
  readonly element: PageElement;
  readonly tag: string;
  readonly parent: OutlinedElement | null;
  readonly depth: number;
  /** Class, id and the like, one token after another, lower case, camelCase split: `|related-links|wide|`. */
  readonly signature: string;
  /** Characters of text below it, white space not counted. */
  textLength: number;
  /** The part of `textLength` inside links. */
  linkLength: number;
  /** The part of `textLength` inside `<p>`, or in runs long enough to be one. */
  proseLength: number;
  /** Whether the page's headline (`<h1>`) or what it declares its article body stands below. */
  holdsArticle: boolean;
  /** Whether a quotation, such as an embedded post, stands below. */
  holdsQuotation: boolean;
  /** Whether a picture stands below. */
  holdsImage: boolean;
  /** Whether a heading stands below. */
  holdsHeading: boolean;
}

export type PageOutline = ReadonlyMap<PageElement, OutlinedElement>;

/** Elements whose content is never text to read. */
export const SILENT_TAGS: ReadonlySet<string> = new Set(
  'script style template noscript svg iframe annotation annotation-xml canvas object embed audio video head select option textarea datalist'.split(
    ' ',
  ),
);
const SIGNATURE_ATTRIBUTES = ['class', 'id', 'data-testid', 'data-component', 'data-module'];
const PROSE_RUN = 80;

/** Outlines every readable element of the page, in document order. */
export function outlinePage(document: PageDocument): PageOutline {
  const outline = new Map<PageElement, OutlinedElement>();
  let current: OutlinedElement | null = null;
  let openLinks = 0;
  let openParagraphs = 0;
  walk(document.documentElement, {
    enter(element) {
      const tag = tagOf(element);
      if (SILENT_TAGS.has(tag)) return false;
      current = outlineElement(element, tag, current);
      outline.set(element, current);
      if (isLink(element)) openLinks++;
      if (tag === 'p') openParagraphs++;
      return true;
    },
    leave() {
      if (current && isLink(current.element)) openLinks--;
      if (current?.tag === 'p') openParagraphs--;
      const parent: OutlinedElement | null = current?.parent ?? null;
      if (current && parent) addUp(parent, current);
      current = parent;
    },
    text(text) {
      const length = text.replace(/\s+/g, '').length;
      if (!current || length === 0) return;
      current.textLength += length;
      if (openLinks > 0) current.linkLength += length;
      else if (openParagraphs > 0 || length >= PROSE_RUN) current.proseLength += length;
    },
  });
  return outline;
}

function outlineElement(element: PageElement, tag: string, parent: OutlinedElement | null): OutlinedElement {
  return {
    element,
    tag,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    signature: signatureOf(element),
    textLength: 0,
    linkLength: 0,
    proseLength: 0,
    holdsQuotation: tag === 'blockquote',
    holdsHeading: /^h[1-6]$/.test(tag),
    holdsImage: tag === 'img' || tag === 'picture',
    holdsArticle: tag === 'h1' || element.getAttribute('itemprop') === 'articleBody',
  };
}

function addUp(parent: OutlinedElement, child: OutlinedElement): void {
  parent.textLength += child.textLength;
  parent.linkLength += child.linkLength;
  parent.proseLength += child.proseLength;
  parent.holdsArticle ||= child.holdsArticle;
  parent.holdsQuotation ||= child.holdsQuotation;
  parent.holdsImage ||= child.holdsImage;
  parent.holdsHeading ||= child.holdsHeading;
}

/** Class tokens that say what an article has or is filed under, not what the element is (`has-sidebar`, `category-video`). */
const DESCRIPTIVE_TOKEN = /^(?:has|with|without|no|not|type|status|format|category|tag)-(?!list|links|cloud)/;

export function signatureOf(element: PageElement): string {
  let signature = '';
  for (const name of SIGNATURE_ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (!value) continue;
    for (const token of value.split(/\s+|--/)) {
      const words = token
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .replace(/[^a-zA-Z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .toLowerCase();
      if (words && !DESCRIPTIVE_TOKEN.test(words)) signature += `|${words}`;
    }
  }
  return signature === '' ? '' : `${signature}|`;
}

/** Share of an element's text that stands in links, 0 to 1. */
export function linkDensity(outlined: OutlinedElement): number {
  return outlined.textLength === 0 ? 0 : outlined.linkLength / outlined.textLength;
}
