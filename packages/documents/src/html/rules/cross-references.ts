import { wordCount } from '../../phrases/words.ts';
import type { TextBlock } from '../text-blocks.ts';
import { type BlockRule, each, isHeading, isLinked, isParagraph } from './block-rule.ts';

const SEE_ALSO =
  /^[([{"“*•▶►>→\s]*(?:related|read|read more|read also|also read|read next|more|see|see also|see more|also see|watch|watch more|watch this|listen|don[’']?t miss|recommended|required reading|you may also like|more from|next|previous|up next|must read|trending|click here|view|leggi anche|leia também|leia mais|lea también|lire aussi|à lire|lesen sie auch|mehr|siehe auch|читайте также|baca juga|on [\w.]+\.com|also on [\w.]+|discover more|explore|in case you missed it|icymi|full story|story continues|(?:read|see) (?:our|the) (?:full|complete|latest)[^:]*|for more,? read)\b[^.]{0,40}?[:|»›>–-]?/i;

/** "Read more: …", "Related: …" and the like. */
export const seeAlso = each(
  'see also',
  (b) =>
    SEE_ALSO.test(b.text) &&
    wordCount(b.text) <= (isLinked(b) ? 90 : 40) &&
    (b.linkLength > 0.4 * b.length || (/^[^.!?]{3,40}[:…]$/.test(b.text) && wordCount(b.text) <= 6)),
);

/** Paragraphs and list items that are one link: cross-references, unless they are sentences of the article. */
export const linked = each(
  'linked line',
  (b) => isLinked(b) && !isHeading(b) && wordCount(b.text) <= 30 && !isLinkedSentence(b),
);

const FEWEST_WORDS = 8;

/** A whole sentence set as a paragraph; headlines of other stories have no final stop. */
function isLinkedSentence(block: TextBlock): boolean {
  const { text, element } = block;
  return element.localName === 'p' && wordCount(text) >= FEWEST_WORDS && /[^.…]\.["”’)]*$/.test(text);
}

/** Headings that link elsewhere and lead in no paragraph. */
export const linkedHeading: BlockRule = {
  name: 'linked heading',
  select: (blocks) =>
    blocks.filter(
      (b, i) =>
        isLinked(b) &&
        isHeading(b) &&
        wordCount(b.text) >= 5 &&
        !(blocks[i + 1] && isParagraph(blocks[i + 1]!)),
    ),
};
