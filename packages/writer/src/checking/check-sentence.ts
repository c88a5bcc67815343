import type { Citation } from '@footnote/answering';
import type { ProseSentence } from '../prose.ts';
import { type CitableQuote, explains, type Omission } from './citable-quote.ts';
import { openersOf } from './openers.ts';
import { type Piece, type Reading, render } from './render.ts';
import { wordsOf } from './words.ts';

/** A sentence as a writer wrote it, with the numbers of the quotes that it says it is made of. */
export interface WrittenSentence {
  readonly text: string;
  readonly citationNumbers: readonly number[];
}

/** A sentence that holds. */
export interface HeldSentence extends ProseSentence {
  /** What it says last, for what comes after it to lean on; null where that was shortened. */
  readonly last: Citation | null;
}

/** Most quotes in one sentence. */
const MOST_PIECES = 3;

/**
 * A writer's sentence, if its quotes hold it: its words are those of the quotes it numbers, all of them, in their order,
 * but for what may be left out; joined, attributed or led on from by nothing but set words. What is shown is cut
 * from the quotes themselves. Null where it does not hold.
 *
 * @param before what the prose says last, which a quote that leans on it must follow
 */
export function checkSentence(
  written: WrittenSentence,
  { quotes, before }: { quotes: readonly CitableQuote[]; before: Citation | null },
): HeldSentence | null {
  const numbers = [...new Set(written.citationNumbers)];
  const named = quotes.filter(({ citation }) => numbers.includes(citation.number));
  if (named.length === 0 || named.length !== numbers.length || named.length > MOST_PIECES) return null;
  const reading = readingOf(
    wordsOf(written.text).map(({ folded }) => folded),
    named,
  );
  if (!reading || !standsThere(reading, before)) return null;
  const last = reading.pieces.at(-1)!;
  return {
    text: render(reading),
    citationNumbers: reading.pieces.map(({ quote }) => quote.citation.number),
    last: wholeQuoteOf(last),
  };
}

/** How a sentence is made of its quotes; null where it is not. */
function readingOf(words: readonly string[], quotes: readonly CitableQuote[]): Reading | null {
  const [only] = quotes;
  const article = quotes.length === 1 && only ? only.citation.passage.article : null;
  const fitting = openersOf(article).filter((opener) =>
    opener.words.every(({ folded }, n) => words[n] === folded),
  );
  for (const opener of [null, ...fitting]) {
    const pieces = piecesOf(words, { at: opener?.words.length ?? 0, left: quotes });
    if (pieces) return { opener, pieces };
  }
  return null;
}

interface Place {
  /** The next word of the sentence. */
  readonly at: number;
  /** Quotes that it does not say before that. */
  readonly left: readonly CitableQuote[];
}

/** The quotes that the rest of a sentence says, one after the other, with "and" or nothing between them. */
function piecesOf(words: readonly string[], { at, left }: Place): Piece[] | null {
  if (left.length === 0) return at === words.length ? [] : null;
  for (const quote of left) {
    const others = left.filter((one) => one !== quote);
    const rest = (end: number): Piece[] | null => {
      const next = others.length > 0 && words[end] === 'and' ? end + 1 : end;
      return piecesOf(words, { at: next, left: others });
    };
    const pieces = shorten(quote, { words, at, rest });
    if (pieces) return pieces;
  }
  return null;
}

interface Shortening {
  readonly words: readonly string[];
  readonly at: number;
  readonly rest: (end: number) => Piece[] | null;
}

/** Reads one quote, whole or shortened, from a word on. */
function shorten(quote: CitableQuote, { words, at, rest }: Shortening): Piece[] | null {
  const failed = new Set<string>();
  const follow = (from: number, place: number, leftOut: readonly Omission[]): Piece[] | null => {
    const key = `${from} ${place}`;
    if (failed.has(key)) return null;
    for (let [next, word] = [from, place]; ; next += 1, word += 1) {
      for (const omission of quote.omissions.filter((one) => one.from === next && one.to > next)) {
        const pieces = follow(omission.to, word, [...leftOut, omission]);
        if (pieces) return pieces;
      }
      if (next === quote.words.length) {
        const pieces = rest(word);
        if (pieces) return [{ quote, leftOut }, ...pieces];
      }
      if (next >= quote.words.length || words[word] !== quote.words[next]?.folded) break;
    }
    failed.add(key);
    return null;
  };
  return follow(0, at, []);
}

/** Whether each quote may be said where the sentence says it. */
function standsThere({ opener, pieces }: Reading, before: Citation | null): boolean {
  return pieces.every(({ quote }, n) => {
    const previous = n === 0 ? before : wholeQuoteOf(pieces[n - 1]!);
    if (quote.leans && (previous === null || !explains(previous, quote))) return false;
    return !quote.isRelative || opener?.isDated === true;
  });
}

/** A quote that explains what comes after it does so only in full. */
function wholeQuoteOf({ quote, leftOut }: Piece): Citation | null {
  return leftOut.length === 0 ? quote.citation : null;
}
