import { isElement, type PageDocument, type PageElement, type PageNode } from '../dom.ts';

/**
 * Opens the shadow roots that a page declares (`<template shadowrootmode>`), as savers of pages in one file keep them:
 * their content takes the template's place, what the host holds goes where the slot for it is, and what no slot shows is
 * marked as hidden, as browsers render it.
 */
export function openShadowRoots(document: PageDocument): void {
  const waiting = [...document.querySelectorAll(TEMPLATE)];
  for (let template = waiting.pop(); template !== undefined; template = waiting.pop()) {
    const host = template.parentElement;
    if (host === null) continue;
    const roots = openShadowRoot(host, template);
    // A template's content is no part of the document before it is opened.
    waiting.push(
      ...roots.flatMap((root) => (root.matches(TEMPLATE) ? [root] : [...root.querySelectorAll(TEMPLATE)])),
    );
  }
}

const TEMPLATE = 'template[shadowrootmode], template[shadowroot]';

/** @returns the elements that took the template's place */
function openShadowRoot(host: PageElement, template: PageElement): PageElement[] {
  const held = [...host.childNodes].filter((node) => node !== template);
  const content = [...((template as HTMLTemplateElement).content ?? template).childNodes];
  for (const node of content) host.insertBefore(node, template);
  template.remove();
  const roots = content.filter(isElement);
  const slots = roots.flatMap((root) => [
    ...(root.localName === 'slot' ? [root] : []),
    ...root.querySelectorAll('slot'),
  ]);
  const filled = new Set<PageElement>();
  for (const node of held.filter((one) => (one.textContent ?? '').trim() !== '' || isElement(one))) {
    const name = isElement(node) ? (node.getAttribute('slot') ?? '') : '';
    const slot = slots.find((one) => (one.getAttribute('name') ?? '') === name);
    if (slot === undefined) hide(node);
    else {
      slot.parentNode?.insertBefore(node, slot);
      filled.add(slot);
    }
  }
  // What a slot holds itself is shown only while nothing is given for it.
  for (const slot of filled) slot.setAttribute('hidden', '');
  return roots;
}

function hide(node: PageNode): void {
  if (isElement(node)) node.setAttribute('hidden', '');
  else {
    const box = node.ownerDocument!.createElement('div');
    node.parentNode?.replaceChild(box, node);
    box.append(node);
    box.setAttribute('hidden', '');
  }
}
