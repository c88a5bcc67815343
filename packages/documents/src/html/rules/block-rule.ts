import { wordCount } from '../../phrases/words.ts';
import type { TextBlock } from '../text-blocks.ts';

export interface ArticleFacts {
  readonly title: string | null;
  readonly authors: readonly string[];
}

/** Takes text blocks out of the article. */
export interface BlockRule {
  readonly name: string;
  select(blocks: readonly TextBlock[], facts: ArticleFacts): readonly TextBlock[];
}

export function each(name: string, matches: (block: TextBlock, facts: ArticleFacts) => boolean): BlockRule {
  return { name, select: (blocks, facts) => blocks.filter((block) => matches(block, facts)) };
}

const PARAGRAPH_WORDS = 25;

/** Whether a block reads like a paragraph of an article: some length, few links. */
export function isParagraph(block: TextBlock): boolean {
  return block.linkLength < 0.3 * block.length && wordCount(block.text) >= PARAGRAPH_WORDS;
}

/** Whether nearly all of a block is a link. */
export function isLinked(block: TextBlock): boolean {
  return block.linkLength >= 0.9 * block.length;
}

export function isHeading(block: TextBlock): boolean {
  return /^h[1-6]$/.test(block.element.localName);
}
