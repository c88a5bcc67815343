import { parseHTML } from 'linkedom';
import { readPageMetadata, readPageStatements, readPublicationDate } from '../metadata/index.ts';
import type { PageElement } from './dom.ts';
import type { ExtractedPage, RemovedText } from './extracted-page.ts';
import { findMainContent } from './main-content.ts';
import { endsIn } from './rules/element-rule.ts';
import { textOf } from '../metadata/json-ld.ts';
import type { PageStatements } from '../metadata/page-title.ts';
import { type OutlinedElement, outlinePage, type PageOutline, signatureOf } from './page-outline.ts';
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
  const article = removeOutside(blocks, outline, metadata.title);
  if (!process.env.NOSF) restoreStandfirst(blocks, article, statements, metadata.title);
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
  const main = [...outline.values()].find(
    (one) => one.tag === 'article' && one.holdsArticle && one.proseLength >= 300,
  );
  const holders = new Set<unknown>();
  for (let at = main?.parent; at; at = at.parent) holders.add(at);
  for (const outlined of outline.values()) {
    if (outlined.parent && gone.has(outlined.parent)) {
      gone.add(outlined);
      continue;
    }
    if (
      main &&
      outlined.tag === 'article' &&
      outlined !== main &&
      !holders.has(outlined) &&
      !gone.has(main) &&
      !within(outlined, main) &&
      outlined.proseLength < main.proseLength
    ) {
      removals.set(outlined.element, 'other article');
      gone.add(outlined);
      continue;
    }
    const rule = ELEMENT_RULES.find((candidate) => candidate.matches(outlined));
    if (rule && !isProtected(rule, outlined, page)) {
      removals.set(outlined.element, rule.name);
      gone.add(outlined);
    }
  }
  return removals;
}

function removeOutside(
  blocks: readonly TextBlock[],
  outline: PageOutline,
  title: string | null,
): TextBlock[] {
  const main = findMainContent(
    blocks.filter((block) => block.removedBy === null),
    outline,
    title,
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

const STANDFIRST = endsIn(
  'deck|dek|standfirst|stand-?first|sub-?titles?|sub-?head(?:line|ing|er)?|summary|description|desc|lead|lede|lead-?text|intro|introduction|excerpt|abstract|teaser-?text|sub-?hed|strap-?line|blurb|tagline|chapo|sommario|bajada|vorspann',
);

function restoreStandfirst(
  blocks: readonly TextBlock[],
  article: readonly TextBlock[],
  statements: PageStatements,
  title: string | null,
): void {
  const first = blocks.findIndex((b) => b.removedBy === null && article.includes(b));
  if (first < 0) return;
  let headline = -1;
  for (let i = 0; i < first; i++)
    if (blocks[i]!.element.localName === 'h1' || blocks[i]!.text === title) headline = i;
  if (headline < 0) return;
  const descriptions = [
    statements.meta.get('description'),
    statements.meta.get('og:description'),
    textOf(statements.jsonLd?.description),
  ]
    .filter((d): d is string => !!d)
    .map(wordsKey);
  for (let i = headline + 1; i < first; i++) {
    const b = blocks[i]!;
    if (b.removedBy === 'hidden' || b.linkLength > 0.3 * b.length) continue;
    const w = wordsKey(b.text);
    const n = w.split(' ').length;
    if (n < 5) continue;
    const named =
      STANDFIRST.test(signatureOf(b.element)) ||
      (b.element.parentElement && STANDFIRST.test(signatureOf(b.element.parentElement)));
    const described = descriptions.some((d) => d.startsWith(w) || (w.startsWith(d) && d.length > 40));
    if (process.env.SF) console.error('SF', b.removedBy, named, described, b.text.slice(0, 100));
    if (
      (named || described) &&
      !/caption|player|related|share bar|newsletter|comments/.test(b.removedBy ?? '')
    )
      b.removedBy = null;
  }
}
const wordsKey = (t: string) => (t.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

function within(one: OutlinedElement, ancestor: OutlinedElement): boolean {
  for (let at: OutlinedElement | null = one; at; at = at.parent) if (at === ancestor) return true;
  return false;
}
