import { INLINE_TAGS, isLink, isText, type PageElement, type PageNode, tagOf, walk } from '../dom.ts';
import { SILENT_TAGS } from './page-outline.ts';

/** A run of text that the page sets apart: a paragraph, a heading, a list item, a table row. */
export interface TextBlock {
  readonly text: string;
  /** The block-level element that directly holds it. */
  readonly element: PageElement;
  /** Characters inside links, white space not counted. */
  readonly linkLength: number;
  /** Characters in all, white space not counted. */
  readonly length: number;
  /** The rule that took it out, or null while it stays. */
  removedBy: string | null;
}

/** Share of a block's text that stands in links, 0 to 1. */
export function linkDensityOf({ linkLength, length }: TextBlock): number {
  return length === 0 ? 0 : linkLength / length;
}

/** Inline for the text, though they set pictures or cells apart. */
const WITHIN_LINES = new Set(['img', 'picture', 'source', 'td', 'th']);

/**
 * The text blocks of a page in document order, those of removed elements among them.
 * @param removals the rule that took each removed element out.
 */
export function readTextBlocks(root: PageElement, removals: ReadonlyMap<PageElement, string>): TextBlock[] {
  const blocks: TextBlock[] = [];
  const containers: PageElement[] = [root];
  let removedBy: string | null = null;
  let removedRoot: PageElement | null = null;
  let run = '';
  let linked = 0;
  let openLinks = 0;
  /** The sentence around a removed inline element, carried on after it. */
  let interrupted: { run: string; linked: number } | null = null;
  const flush = () => {
    for (const part of run.split(/\n\s*\n/)) {
      const text = tidy(part);
      if (!text) continue;
      const length = text.replace(/\s+/g, '').length;
      blocks.push({
        text,
        element: containers.at(-1)!,
        linkLength: Math.min(length, linked),
        length,
        removedBy,
      });
    }
    run = '';
    linked = 0;
  };
  walk(root, {
    enter(element) {
      const tag = tagOf(element);
      if (tag === 'br') run += '\n';
      if (tag === 'td' || tag === 'th') run += ' ';
      if (SILENT_TAGS.has(tag)) return false;
      const rule = removedRoot ? undefined : removals.get(element);
      if (rule !== undefined) {
        if (setsApart(element)) flush();
        else interrupted = { run, linked };
        run = '';
        linked = 0;
        removedRoot = element;
        removedBy = rule;
        containers.push(element);
      } else if (setsApart(element)) {
        flush();
        containers.push(element);
      }
      if (isLink(element)) openLinks++;
      return true;
    },
    leave(element) {
      if (isLink(element)) openLinks--;
      if (element === removedRoot) {
        flush();
        containers.pop();
        removedRoot = null;
        removedBy = null;
        if (interrupted) ({ run, linked } = interrupted);
        interrupted = null;
      } else if (setsApart(element)) {
        flush();
        containers.pop();
      }
    },
    text(text) {
      run += text.replace(/\s+/g, ' ');
      if (openLinks > 0) linked += text.replace(/\s+/g, '').length;
    },
  });
  flush();
  return blocks;
}

function setsApart(element: PageElement): boolean {
  const tag = tagOf(element);
  return !isCustomWord(element) && tag !== 'br' && !INLINE_TAGS.has(tag) && !WITHIN_LINES.has(tag);
}

/** Elements that a page defines itself are inline unless it says otherwise: one beside text, with nothing set apart in it. */
function isCustomWord(element: PageElement): boolean {
  if (!tagOf(element).includes('-')) return false;
  const hasText = (node: PageNode | null) =>
    node !== null && isText(node) && (node.textContent ?? '').trim() !== '';
  if (!hasText(element.previousSibling) && !hasText(element.nextSibling)) return false;
  return [...element.getElementsByTagName('*')].every((below) => INLINE_TAGS.has(tagOf(below)));
}

function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
