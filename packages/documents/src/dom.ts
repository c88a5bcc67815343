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

/** Whether an element leads elsewhere, or does something; one with the address of a place in the page does not. */
export function isLink(element: PageElement): boolean {
  return tagOf(element) === 'a' && !/^#./.test(element.getAttribute('href') ?? '');
}

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
