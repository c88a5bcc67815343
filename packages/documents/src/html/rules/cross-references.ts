import { SEE_ALSO_LEAD } from '../../phrases/related-headings.ts';
import { wordCount } from '../../phrases/words.ts';
import type { TextBlock } from '../text-blocks.ts';
import { type BlockRule, each, isHeading, isLinked, isParagraph } from './block-rule.ts';

const SEE_ALSO = new RegExp(`${SEE_ALSO_LEAD}\\b[^.]{0,40}?[:|»›>–-]?`, 'i');

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
const SENTENCE_TAGS = /^(?:p|li|div|blockquote)$/;

/** A whole sentence set as a paragraph; headlines of other stories have no final stop. */
function isLinkedSentence(block: TextBlock): boolean {
  const { text, element } = block;
  return (
    SENTENCE_TAGS.test(element.localName) && wordCount(text) >= FEWEST_WORDS && /[^.…]\.["”’)]*$/.test(text)
  );
}

/** Headings that link elsewhere and lead in no paragraph. */
export const linkedHeading: BlockRule = {
  name: 'linked heading',
  select: (blocks) =>
    blocks.filter(
      (b, i) =>
        isLinked(b) &&
        isHeading(b) &&
        wordCount(b.text) >= 4 &&
        !(blocks[i + 1] && isParagraph(blocks[i + 1]!)),
    ),
};
