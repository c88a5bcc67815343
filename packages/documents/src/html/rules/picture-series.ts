import type { TextBlock } from '../text-blocks.ts';
import type { BlockRule } from './block-rule.ts';

const COUNTER = /^(\d{1,3})\s*(?:\/|of)\s*(\d{1,3})\b/i;
const FEWEST_PICTURES = 3;
/** A caption takes this many blocks at most. */
const BLOCKS_A_PICTURE = 3;

/** A picture series within the page: "1/50 …", "2/50 …", each with its caption, to the last. */
export const pictureSeries: BlockRule = {
  name: 'picture series',
  select(blocks) {
    const removed: TextBlock[] = [];
    for (let at = 0; at < blocks.length; at++) {
      const end = seriesEnd(blocks, at);
      if (end === null) continue;
      removed.push(...blocks.slice(at, end));
      at = end - 1;
    }
    return removed;
  },
};

/** Where a series ends that begins here; null where none does. */
function seriesEnd(blocks: readonly TextBlock[], start: number): number | null {
  const count = counterOf(blocks[start]!);
  if (count === null || count.number !== 1 || count.of < FEWEST_PICTURES) return null;
  let last = start;
  let seen = 1;
  for (let at = start + 1; at < blocks.length && at <= last + BLOCKS_A_PICTURE; at++) {
    const next = counterOf(blocks[at]!);
    if (next === null || next.of !== count.of || next.number !== seen + 1) continue;
    seen = next.number;
    last = at;
  }
  if (seen < FEWEST_PICTURES) return null;
  const words = blocks[last]!.text.replace(COUNTER, '').split(' ').length;
  // Below a counter with a few words, the picture's name, stands its caption.
  return last + (words <= 12 && last + 1 < blocks.length ? 2 : 1);
}

function counterOf({ text }: TextBlock): { number: number; of: number } | null {
  const match = COUNTER.exec(text);
  return match && { number: Number(match[1]), of: Number(match[2]) };
}
