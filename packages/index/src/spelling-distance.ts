/** Fewest letters of a word in which one may be wrong; its first one; and two. */
const ONE_WRONG = 5;
const FIRST_WRONG = 8;
const TWO_WRONG = 9;

/**
 * How many letters of a word are wrong, left out, too many or changed with their neighbour (Damerau 1964), if it may be the
 * other one misspelt: one, in a long word two, and the first letter only in a long word. Null where it may not.
 */
export function spellingDistance(word: string, other: string): number | null {
  const sameStart = word.charAt(0) === other.charAt(0);
  const most = word.length >= TWO_WRONG && sameStart ? 2 : 1;
  if (word.length < (sameStart ? ONE_WRONG : FIRST_WRONG)) return null;
  if (Math.abs(word.length - other.length) > most) return null;
  const distance = editDistance(word, other, most);
  return distance <= most ? distance : null;
}

/**
 * Optimal string alignment: each letter is edited once. Exact up to `most` edits, beyond which it is given up: nearly all
 * words of an index are, after a letter or two.
 */
function editDistance(a: string, b: string, most: number): number {
  const from = (i: number, j: number, left: number): number => {
    while (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    if (i === a.length || j === b.length) return Math.max(a.length - i, b.length - j);
    if (left === 0) return 1;
    const isSwapped = a[i] === b[j + 1] && a[i + 1] === b[j];
    return (
      1 +
      Math.min(
        from(i + 1, j + 1, left - 1),
        from(i + 1, j, left - 1),
        from(i, j + 1, left - 1),
        isSwapped ? from(i + 2, j + 2, left - 1) : Number.POSITIVE_INFINITY,
      )
    );
  };
  return from(0, 0, most);
}

/** A word of an index, stemmed, and in how many passages it stands. */
export interface CountedWord {
  readonly stem: string;
  readonly passages: number;
}

/** Of the words of an index the one that a word is most likely misspelt from: the nearest, then the most frequent. */
export function nearestSpelling(word: string, words: Iterable<CountedWord>): string | null {
  let best: CountedWord = { stem: '', passages: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const one of words) {
    const distance = spellingDistance(word, one.stem);
    if (distance === null || distance > least) continue;
    if (distance === least && one.passages <= best.passages) continue;
    best = one;
    least = distance;
  }
  return least === Number.POSITIVE_INFINITY ? null : best.stem;
}
