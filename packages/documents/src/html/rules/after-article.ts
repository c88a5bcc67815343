import { isRelatedHeading } from '../../phrases/related-headings.ts';
import { wordCount } from '../../phrases/words.ts';
import type { TextBlock } from '../text-blocks.ts';
import { type BlockRule, isHeading, isParagraph } from './block-rule.ts';

/**
 * What a heading such as "More from …" leads in: everything to the end where little prose follows it, else the linked
 * and short lines right below it.
 */
const COMPANY_HEADING = /^(?:about|über|à propos de) .{2,40}$/i;

export const tail: BlockRule = {
  name: 'after the article',
  select(blocks) {
    const lengths = blocks.map((b) => (isParagraph(b) ? b.length : 0));
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const removed: TextBlock[] = [];
    let before = 0;
    for (let index = 0; index < blocks.length; index++) {
      const b = blocks[index]!;
      if (isTailHeading(b, before / total)) {
        if (index > 0 && endsArticle(blocks.slice(index + 1), before / total))
          return [...removed, ...blocks.slice(index)];
        removed.push(b);
        while (index + 1 < blocks.length && blocks[index + 1]!.linkLength > 0.5 * blocks[index + 1]!.length)
          removed.push(blocks[++index]!);
      }
      before += lengths[index]!;
    }
    return removed;
  },
};

/** A press release ends in a heading "About" its company. */
function isTailHeading(block: TextBlock, shareBefore: number): boolean {
  if (wordCount(block.text) > 8) return false;
  return isRelatedHeading(block.text) || (shareBefore >= 0.6 && COMPANY_HEADING.test(block.text));
}

/** Teasers and notes come one prose block at a time; an article that goes on has two in a row. */
function endsArticle(rest: readonly TextBlock[], shareBefore: number): boolean {
  if (shareBefore >= 0.85) return true;
  return shareBefore >= 0.5 && rest.filter(isParagraph).length <= 1;
}

const MOST_HEADING_WORDS = 12;

/** Headings at the very end, whose list or box is gone: they lead in nothing any more. */
export const headingOfNothing: BlockRule = {
  name: 'heading of nothing',
  select(blocks) {
    const isTitle = (b: TextBlock) =>
      isHeading(b) && wordCount(b.text) <= MOST_HEADING_WORDS && !/[.!?]["”’]?$/.test(b.text);
    const textAt = blocks.findLastIndex((block) => !isTitle(block));
    return textAt < 0 ? [] : blocks.slice(textAt + 1);
  },
};

/** The heading of a box that asks for an address, of which nothing else is left. */
export const headingOfForm: BlockRule = {
  name: 'heading of a form',
  select: (blocks) =>
    blocks.filter((heading) => {
      const box = heading.element.parentElement;
      if (!isHeading(heading) || !box?.querySelector('form, input')) return false;
      return blocks.every((other) => other === heading || !box.contains(other.element));
    }),
};
