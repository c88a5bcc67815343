import { isHeadlineShaped } from '../../phrases/headline-shape.ts';
import { endsSentence, isProse, lastProseLine, neighbour } from '../../phrases/line-shape.ts';
import { isRelatedHeading, SEE_ALSO_LEAD } from '../../phrases/related-headings.ts';
import { wordCount } from '../../phrases/words.ts';
import { type CleaningRule, isShort, wholeLine } from './cleaning-rule.ts';

const INLINE_LINK = new RegExp(`${SEE_ALSO_LEAD}\\s*[:：|>»]\\s*(?<target>.+)$`, 'iu');

/** The heading over links to other articles and the short lines under it, and a link within the text that says so. */
export const relatedLinks: CleaningRule = {
  name: 'related-links',
  removes: 'links to other articles that say so ("Related stories", "Read also: …")',
  find: (lines) => {
    const lastProse = lastProseLine(lines);
    const found = new Set<number>();
    for (const [index, line] of lines.entries()) {
      if (!isShort(line) || found.has(index)) continue;
      if (isRelatedHeading(line.trim())) {
        found.add(index);
        for (const below of linksBelow(lines, index, lastProse)) found.add(below);
      } else if (isInlineLink(line.trim())) {
        found.add(index);
      }
    }
    return [...found].map((index) => wholeLine(lines, index));
  },
};

/** At the foot of the page every short line is a link; above it, only what stands in the heading's own block. */
function* linksBelow(lines: readonly string[], heading: number, lastProse: number): Generator<number> {
  const isFoot = heading > lastProse;
  for (let at = heading + 1; at < lines.length; at += 1) {
    const line = lines[at]!.trim();
    if (line === '' ? !isFoot : isProse(line)) return;
    if (line !== '' && wordCount(line) <= 25) yield at;
  }
}

function isInlineLink(line: string): boolean {
  const target = INLINE_LINK.exec(line)?.groups?.target;
  return target !== undefined && wordCount(target) <= 25 && !endsSentence(target);
}

const HEADLINE_VERBS =
  'Meets|Says|Tells|Calls|Urges|Slams|Warns|Visits|Signs|Wins|Backs|Vows|Arrives|Announces|Rejects|Condemns|Denies|Accuses|Holds|Launches|Praises|Hails|Welcomes|Seeks|Faces|Opens|Begins|Ends|Joins|Leaves|Kills|Hits|Approves|Confirms|Reveals|Demands|Offers|Agrees|Reports|Discusses|Highlights|Thanks|Supports|Opposes|Threatens|Sends|Receives|Declares|Orders|Plans|Wants|Gets|Makes|Takes|Sets';

/** A headline in capitals with a verb, as of a report of its own. */
const TITLE_CASE_HEADLINE = new RegExp(`\\b(?:${HEADLINE_VERBS})\\b`, 'u');

/** `… – Putin`: how headlines name who says so, and no subheading does. */
const ATTRIBUTED_HEADLINE = /\S [–—] \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}$/u;

/** A few words before a colon that hang on a finished sentence, left by the link that stood there. */
const LEAD_IN = /(?<=[.!?]["'”’)]* )\p{Ll}[\p{L} ]{1,30}:$/u;

/** Another article's headline between two paragraphs, with the words that led to it. A subheading stays. */
export const relatedHeadline: CleaningRule = {
  name: 'related-headline',
  removes: 'another article’s headline between two paragraphs',
  find: (lines) =>
    lines.flatMap((line, index) => {
      if (!isShort(line)) return [];
      const before = neighbour(lines, index, -1);
      const after = neighbour(lines, index, 1);
      if (before < 0 || after < 0 || !standsAlone(lines, index)) return [];
      const leadIn = LEAD_IN.exec(lines[before]!.trimEnd());
      const isBetweenProse = (isProse(lines[before]!) || leadIn !== null) && isProse(lines[after]!);
      if (!isBetweenProse || !isReport(line.trim())) return [];
      const cut = [wholeLine(lines, index)];
      if (leadIn === null) return cut;
      return [{ line: before, start: leadIn.index, end: lines[before]!.length }, ...cut];
    }),
};

function standsAlone(lines: readonly string[], index: number): boolean {
  const isBlank = (at: number) => (lines[at] ?? '').trim() === '';
  return !isBlank(index) && isBlank(index - 1) && isBlank(index + 1);
}

/** Told by its capitals and a verb, or by who is said to say it. */
function isReport(line: string): boolean {
  if (!isHeadlineShaped(line) || wordCount(line) < 6 || /[!?"”]$/.test(line) || /^["“«]/.test(line))
    return false;
  if (ATTRIBUTED_HEADLINE.test(line)) return true;
  const words = line.split(/\s+/);
  const long = words.filter((word) => word.length > 3);
  const capitals = long.filter((word) => /^["'‘“(]?\p{Lu}/u.test(word)).length;
  return capitals >= long.length * 0.9 && TITLE_CASE_HEADLINE.test(words.slice(1).join(' '));
}
