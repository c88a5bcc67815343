import { htmlText } from './extraction-sets.ts';
import { countShingles, harmonicMean, matchShingles } from './shingle-matching.ts';

/** Peers agree on a page's text this well (F1) … */
const AGREEMENT = 0.8;
/** … and hold this much of the label, … */
const HELD = 0.9;
/** … of which less than this share of what they hold is: then the label breaks off, or leaves parts out. */
const PART = 0.75;
/** A label with more of its words than this beyond what the page holds says some of them twice. */
const SURPLUS = 0.05;

/**
 * Why a label of a page's text is in doubt, told without what is measured: by two other tools and the page itself. Null for
 * a sound one.
 */
export function doubtOf(label: string, peers: readonly [string, string], html: string): string | null {
  const agreement = matchShingles(peers[0], peers[1]);
  const held = peers.map((text) => matchShingles(label, text));
  if (
    harmonicMean(agreement.precision, agreement.recall) >= AGREEMENT &&
    held.every(({ precision, recall }) => recall >= HELD && precision < PART)
  )
    return 'holds a part of the article';
  return surplus(label, html) > SURPLUS ? 'repeats what the page says once' : null;
}

function surplus(label: string, html: string): number {
  const shown = countShingles(htmlText(html));
  let all = 0;
  let beyond = 0;
  for (const [shingle, count] of countShingles(label)) {
    all += count;
    const times = shown.get(shingle) ?? 0;
    if (times > 0) beyond += Math.max(0, count - times);
  }
  return all === 0 ? 0 : beyond / all;
}
