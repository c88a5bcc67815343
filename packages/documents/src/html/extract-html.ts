import { FootnoteError } from '@footnote/core';
import { parseHTML } from 'linkedom';
import type { Removal } from '../document.ts';
import type { PageElement } from '../dom.ts';
import {
  type PageMetadata,
  pageDescriptions,
  readPageMetadata,
  readPageStatements,
  readPublicationDate,
  readTitle,
} from '../metadata/index.ts';
import { declaredBody } from './declared-body.ts';
import type { ExtractedPage } from './extracted-page.ts';
import { findMainContent } from './main-content.ts';
import { findOtherArticles, isWithin } from './other-articles.ts';
import { maySpeakOfArticle, speaksOfArticle } from './own-parts.ts';
import { type OutlinedElement, outlinePage, type PageOutline } from './page-outline.ts';
import { BLOCK_RULES } from './rules/block-rules.ts';
import { ruleFor } from './rules/element-rules.ts';
import { savedAddress } from './saved-page.ts';
import { openShadowRoots } from './shadow-roots.ts';
import { findStandfirst } from './standfirst.ts';
import { readTextBlocks, type TextBlock } from './text-blocks.ts';

export interface ExtractHtmlOptions {
  /** The page's address where it is known from elsewhere. */
  readonly url?: string | null;
  /** The file's name: a last resort for the date. */
  readonly fileName?: string;
}

/** Browsers flatten what is nested deeper than 512; no page of a newspaper comes near. */
const DEEPEST_ARTICLE = 2_000;
/** How many blocks below the headline may hold the publication line. */
const HEAD_BLOCKS = 25;

/**
 * Reads the article out of a saved web page: elements that are not the article go first, then the element that holds
 * the article's prose is found, and in it single blocks go. What each rule took out is in `removed`.
 * @throws FootnoteError PAGE_TOO_DEEP when elements are nested more than 2,000 deep.
 */
export function extractHtml(html: string, options: ExtractHtmlOptions = {}): ExtractedPage {
  const { document } = parseHTML(asDocument(html));
  openShadowRoots(document);
  const outline = outlinePage(document);
  requireShallow(outline);
  const statements = readPageStatements(document, {
    url: options.url ?? null,
    savedFrom: savedAddress(html),
    isOwn: (element) => speaksOfArticle(element, removals),
  });
  const title = readTitle(statements);
  const removals = findRemovals(outline, title);
  const blocks = readTextBlocks(document.documentElement, removals);
  const top = blocksAfterHeadline(blocks, title);
  const shownLines = linesOf(top);
  const metadata = readPageMetadata(statements, shownLines);
  const article = keepMainContent(blocks, { outline, title });
  const headline = { title, descriptions: pageDescriptions(statements) };
  for (const block of findStandfirst(blocks, headline)) block.removedBy = null;
  applyBlockRules(article, metadata);
  const publishedAt = readPublicationDate(statements, {
    fileName: options.fileName ?? null,
    linesAfterHeadline: shownLines,
    markedLines: linesOf(top.filter(({ removedBy }) => removedBy === 'byline')),
    names: [...metadata.authors, metadata.source ?? ''],
  });
  const text = blocks
    .filter(({ removedBy }) => removedBy === null)
    .map((block) => block.text)
    .join('\n\n');
  const declared = declaredBody(statements, text);
  if (declared) for (const block of blocks) block.removedBy ??= 'shorter than the declared body';
  return { ...metadata, text: declared ?? text, publishedAt, removed: removedTexts(blocks) };
}

/** A fragment, or nothing at all, as a document: the parser makes none of its own. */
function asDocument(html: string): string {
  return /<(?:html|body)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
}

function requireShallow(outline: PageOutline): void {
  for (const { depth } of outline.values())
    if (depth > DEEPEST_ARTICLE)
      throw new FootnoteError(
        'PAGE_TOO_DEEP',
        `The page nests elements more than ${DEEPEST_ARTICLE} deep; save it again from a browser, which mends that.`,
      );
}

function findRemovals(outline: PageOutline, title: string | null): Map<PageElement, string> {
  const removals = new Map<PageElement, string>();
  const gone = new Set<OutlinedElement>();
  const others = findOtherArticles(outline, title);
  for (const outlined of outline.values()) {
    if (outlined.parent && gone.has(outlined.parent)) {
      gone.add(outlined);
      continue;
    }
    const rule = others.has(outlined) ? 'other article' : ruleFor(outlined, outline)?.name;
    if (!rule) continue;
    gone.add(outlined);
    removals.set(outlined.element, rule);
  }
  return removals;
}

/** Marks what stands outside the main content and returns what stands inside. */
function keepMainContent(
  blocks: readonly TextBlock[],
  { outline, title }: { outline: PageOutline; title: string | null },
): TextBlock[] {
  const kept = blocks.filter(({ removedBy }) => removedBy === null);
  const main = findMainContent(kept, { outline, title });
  const inside: TextBlock[] = [];
  for (const block of kept) {
    const holder = outline.get(block.element);
    if (!main || (holder && isWithin(holder, main))) inside.push(block);
    else block.removedBy = 'outside the article';
  }
  return inside;
}

function applyBlockRules(article: readonly TextBlock[], metadata: PageMetadata): void {
  let kept = article;
  for (const rule of BLOCK_RULES) {
    for (const block of rule.select(kept, metadata)) block.removedBy = rule.name;
    kept = kept.filter(({ removedBy }) => removedBy === null);
  }
}

/** The blocks between headline and text that may speak of the article. */
function blocksAfterHeadline(blocks: readonly TextBlock[], title: string | null): TextBlock[] {
  const named = blocks.findIndex((block) => block.text === title);
  const at = named >= 0 ? named : blocks.findIndex((block) => block.element.localName === 'h1');
  if (at < 0) return [];
  const after = blocks.slice(at + 1, at + HEAD_BLOCKS);
  const textAt = after.findIndex((block) => block.length > 200 && block.removedBy === null);
  return after
    .slice(0, textAt < 0 ? after.length : textAt)
    .filter(({ removedBy }) => maySpeakOfArticle(removedBy));
}

function linesOf(blocks: readonly TextBlock[]): string[] {
  return blocks.flatMap(({ text }) => text.split('\n'));
}

function removedTexts(blocks: readonly TextBlock[]): Removal[] {
  const removed: { rule: string; text: string }[] = [];
  let previous: string | null = null;
  for (const { removedBy, text } of blocks) {
    if (removedBy !== null && removedBy === previous) removed.at(-1)!.text += `\n${text}`;
    else if (removedBy !== null) removed.push({ rule: removedBy, text });
    previous = removedBy;
  }
  return removed;
}
