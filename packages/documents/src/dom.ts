/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** linkedom implements the DOM's own types; these are the ones that reading a page needs. */
export type PageDocument = globalThis.Document;
export type PageElement = globalThis.Element;
export type PageNode = globalThis.Node;

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT_NODE;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === TEXT_NODE;
}

/** The element's name in lower case, whatever the page wrote. */
export function tagOf(element: PageElement): string {
  return element.localName.toLowerCase();
}

/** Whether an element leads elsewhere, or does something; a mark, or the address of a place in the page, does not. */
export function isLink(element: PageElement): boolean {
  return tagOf(element) === 'a' && /^(?!#.)/.test(element.getAttribute('href') ?? '#mark');
}

/** Elements that set nothing apart: their text goes on with that around them. */
export const INLINE_TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark meter nobr output q rb rp rt ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr button ' +
    // Formulas, which stand in their sentence.
    'math semantics mrow mi mn mo ms mtext mspace msub msup msubsup mfrac msqrt mroot mover munder munderover mstyle mpadded ' +
    'mfenced menclose mmultiscripts mtable mtr mtd merror'
  ).split(' '),
);

export interface NodeVisitor {
  /** Called on the way in; false keeps the walk out of the element, and then `leave` is not called for it. */
  enter(element: PageElement): boolean;
  leave(element: PageElement): void;
  text(text: string): void;
}

/** Walks a subtree in document order without recursion: pages nest as deep as they like. */
export function walk(root: PageElement, visitor: NodeVisitor): void {
  let node: PageNode = root;
  for (;;) {
    if (isText(node)) visitor.text(node.textContent ?? '');
    if (isElement(node) && visitor.enter(node)) {
      const child = node.firstChild;
      if (child) {
        node = child;
        continue;
      }
      visitor.leave(node);
    }
    for (;;) {
      if (node === root) return;
      const sibling: PageNode | null = node.nextSibling;
      if (sibling) {
        node = sibling;
        break;
      }
      node = node.parentNode!;
      visitor.leave(node as PageElement);
    }
  }
}

/**
 * An element's text as it is shown, in one line: what the page sets apart stays apart, and so do two words of which the
 * second begins in a capital, as in `<span>By</span><a>Ada Moss</a>`.
 */
export function shownText(element: PageElement): string {
  let text = '';
  const part = (at: PageElement) => {
    if (!INLINE_TAGS.has(tagOf(at)) || tagOf(at) === 'button') text += ' ';
    return !/^(?:script|style)$/.test(tagOf(at));
  };
  walk(element, {
    enter: part,
    leave: part,
    text(next) {
      if (/\p{Ll}$/u.test(text) && /^\p{Lu}/u.test(next)) text += ' ';
      text += next;
    },
  });
  return text.replace(/\s+/g, ' ').trim();
}
