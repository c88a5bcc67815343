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
  const distance = editDistance(word, other);
  return distance <= most ? distance : null;
}

/** Optimal string alignment: each letter is edited once. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const edits = [
        above[column]! + 1,
        current[column - 1]! + 1,
        above[column - 1]! + Number(!isSame),
        isSwapped ? before[column - 2]! + 1 : Number.POSITIVE_INFINITY,
      ];
      current.push(Math.min(...edits));
    }
    before = above;
    above = current;
  }
  return above[b.length]!;
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
