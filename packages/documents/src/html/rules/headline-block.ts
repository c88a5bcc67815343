import { wordKey } from '../../phrases/words.ts';
import { type BlockRule, isHeading } from './block-rule.ts';

/** The headline said again: `<h1>` near the start, or the title's words as a heading. */
export const headline: BlockRule = {
  name: 'headline',
  select(blocks, { title }) {
    const words = title ? wordKey(title) : null;
    return blocks.filter((block, index) => {
      if (wordKey(block.text) === words) return index < 8 || isHeading(block);
      return index < 8 && block.element.localName === 'h1';
    });
  },
};
