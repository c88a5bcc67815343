import { parseHTML } from 'linkedom';
import { readPageMetadata, readPageStatements, readPublicationDate } from '../metadata/index.ts';
import type { PageElement } from './dom.ts';
import type { ExtractedPage, RemovedText } from './extracted-page.ts';
import { findMainContent } from './main-content.ts';
import { outlinePage, type PageOutline } from './page-outline.ts';
import { BLOCK_RULES } from './rules/block-rules.ts';
import { ELEMENT_RULES, isProtected } from './rules/index.ts';
import { readTextBlocks, type TextBlock } from './text-blocks.ts';

export interface ExtractHtmlOptions {
  /** The page's address where it is known from elsewhere. */
  readonly url?: string | null;
  /** The file's name: a last resort for the date. */
  readonly fileName?: string;
}

/** Reads the article out of a saved web page. */
export function extractHtml(html: string, options: ExtractHtmlOptions = {}): ExtractedPage {
  const { document } = parseHTML(html);
  const statements = readPageStatements(document);
  const metadata = readPageMetadata(statements, options.url ?? null);
  const outline = outlinePage(document);
  const blocks = readTextBlocks(document.documentElement, removeElements(outline));
  const article = removeOutside(blocks, outline);
  for (const rule of BLOCK_RULES)
    for (const block of rule.select(
      article.filter((b) => b.removedBy === null),
      metadata,
    ))
      block.removedBy = rule.name;
  const publishedAt = readPublicationDate(statements, {
    url: metadata.url,
    fileName: options.fileName ?? null,
    linesAfterHeadline: linesAfterHeadline(blocks, metadata.title),
  });
  const text = blocks
    .filter((block) => block.removedBy === null)
    .map((block) => block.text)
    .join('\n\n');
  return { ...metadata, text, publishedAt, removed: removedTexts(blocks) };
}

function removeElements(outline: PageOutline): Map<PageElement, string> {
  const removals = new Map<PageElement, string>();
  const page = outline.values().next().value!;
  const gone = new Set<unknown>();
  for (const outlined of outline.values()) {
    if (outlined.parent && gone.has(outlined.parent)) {
      gone.add(outlined);
      continue;
    }
    const rule = ELEMENT_RULES.find((candidate) => candidate.matches(outlined));
    if (rule && !isProtected(outlined, page)) {
      removals.set(outlined.element, rule.name);
      gone.add(outlined);
    }
  }
  return removals;
}

function removeOutside(blocks: readonly TextBlock[], outline: PageOutline): TextBlock[] {
  const main = findMainContent(
    blocks.filter((block) => block.removedBy === null),
    outline,
  );
  const inside: TextBlock[] = [];
  for (const block of blocks) {
    if (main && isWithin(block.element, main, outline)) inside.push(block);
    else block.removedBy ??= 'outside the article';
  }
  return inside;
}

function isWithin(element: PageElement, ancestor: PageElement, outline: PageOutline): boolean {
  for (let at = outline.get(element) ?? null; at; at = at.parent) if (at.element === ancestor) return true;
  return false;
}

function linesAfterHeadline(blocks: readonly TextBlock[], title: string | null): string[] {
  const at = blocks.findIndex((block) => block.text === title || block.element.localName === 'h1');
  if (at < 0) return [];
  const lines: string[] = [];
  for (const block of blocks.slice(at + 1, at + 25)) {
    if (block.length > 200 && block.removedBy === null) break;
    lines.push(...block.text.split('\n'));
  }
  return lines;
}

function removedTexts(blocks: readonly TextBlock[]): RemovedText[] {
  const removed: { rule: string; text: string }[] = [];
  let previous: TextBlock | null = null;
  for (const block of blocks) {
    if (block.removedBy !== null) {
      const last = removed.at(-1);
      if (last && previous?.removedBy === block.removedBy) last.text += `\n${block.text}`;
      else removed.push({ rule: block.removedBy, text: block.text });
    }
    previous = block;
  }
  return removed;
}
