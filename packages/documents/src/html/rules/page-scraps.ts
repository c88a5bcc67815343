import { wordCount } from '../../phrases/words.ts';
import type { TextBlock } from '../text-blocks.ts';
import { type BlockRule, each } from './block-rule.ts';

const ADDRESS =
  /^(?:https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:[\w-]+\.)+(?:com|org|net|co|io|info)(?:\/\S*)?|image \d+ of \/? ?\d+|\d{1,4})$/i;

/** An address, a page number or a counter alone. */
export const addressLine = each(
  'address line',
  (b) =>
    b.length < 200 && b.element.localName !== 'li' && b.element.localName !== 'tr' && ADDRESS.test(b.text),
);

const PARAGRAPH_TAGS = new Set([
  'p',
  'li',
  'tr',
  'pre',
  'blockquote',
  'td',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

const isScrap = (b: TextBlock) =>
  wordCount(b.text) <= 8 &&
  !/[.!?;,"”’]$/.test(b.text) &&
  // Words beside a formula that stands by itself.
  !/^[\p{Ll},;.]/u.test(b.text) &&
  !PARAGRAPH_TAGS.has(b.element.localName) &&
  !isInDataTable(b);

/** Pages are laid out in tables, too: one with several cells in each of several rows holds data. */
function isInDataTable({ element }: TextBlock): boolean {
  const row = element.closest('tr');
  return row !== null && row.childElementCount > 1 && (row.parentElement?.childElementCount ?? 0) > 2;
}

/** Four or more unpunctuated scraps in a row that no paragraph, list or table holds: fact boxes, scores, offers. */
export const factBox: BlockRule = {
  name: 'fact box',
  select(blocks) {
    const removed: TextBlock[] = [];
    let run: TextBlock[] = [];
    for (const b of [...blocks, null]) {
      if (b && isScrap(b)) run.push(b);
      else {
        if (run.length >= 4) removed.push(...run);
        run = [];
      }
    }
    return removed;
  },
};
