import { wordCount, wordKey } from '../../phrases/words.ts';
import type { BlockRule } from './block-rule.ts';

const WRITER =
  /^\p{Lu}[\p{L}.'’-]+(?: [\p{Lu}(][\p{L}.'’)-]+){1,4},? (?:is|was|has been|covers|writes) (?:an?|the|for|about)?\b.{0,80}?\b(?:writer|reporter|journalist|editor|columnist|correspondent|contributor|freelancer?|author|blogger|covers|covering|writes)\b/u;

/** "A. Writer is a reporter at …" at the end. */
export const authorNote: BlockRule = {
  name: 'author note',
  select(blocks, { authors }) {
    const names = authors.map(wordKey);
    return blocks.filter(
      (b, i) =>
        i >= blocks.length - 4 &&
        i > 0.7 * blocks.length &&
        wordCount(b.text) <= 90 &&
        WRITER.test(b.text) &&
        (names.length === 0 ||
          names.some((n) => wordKey(b.text).startsWith(n)) ||
          /freelance|staff|senior|contributing/i.test(b.text)),
    );
  },
};
