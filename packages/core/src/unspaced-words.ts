/** Scripts that write no space between words; as a class of a regular expression with the flag v. */
export const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]`;

/** Cutting takes time quadratic in the length of the piece. */
const LONGEST_PIECE = 128;

let segmenter: Intl.Segmenter | undefined;

interface Word {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a run of Chinese, Japanese, Thai and the like into words, by the dictionaries of ICU, in bounded pieces. What is a
 * word depends on what stands around it, so that of Chinese characters each two that are neighbours are a term as well.
 * @param index where the run begins; words are placed from there
 */
export function cutUnspaced(run: string, index: number): Word[] {
  const terms: Word[] = [];
  let pairs = 0;
  const all = characterPairs(run, index);
  for (const word of dictionaryWords(run, index)) {
    for (; pairs < all.length && all[pairs]!.to <= word.to; pairs += 1) {
      const isWord = all[pairs]!.from === word.from && all[pairs]!.to === word.to;
      if (!isWord) terms.push(all[pairs]!);
    }
    terms.push(word);
  }
  return terms;
}

const HAN = /\p{Script=Han}/u;

/** In order. */
function characterPairs(run: string, index: number): Word[] {
  const pairs: Word[] = [];
  let before = '';
  let at = index;
  for (const character of run) {
    const isHan = HAN.test(character);
    const to = at + character.length;
    if (isHan && before !== '') pairs.push({ term: before + character, from: at - before.length, to });
    before = isHan ? character : '';
    at = to;
  }
  return pairs;
}

function dictionaryWords(run: string, index: number): Word[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  const words: Word[] = [];
  for (let at = 0; at < run.length; ) {
    const isLast = at + LONGEST_PIECE >= run.length;
    const segments = [...segmenter.segment(run.slice(at, pieceEnd(run, at)))];
    // The last word of a piece may go on in the next, which begins with it.
    const whole = isLast || segments.length === 1 ? segments : segments.slice(0, -1);
    for (const { segment, index: within } of whole) {
      words.push({ term: segment, from: index + at + within, to: index + at + within + segment.length });
    }
    at += whole.reduce((length, { segment }) => length + segment.length, 0);
  }
  return words;
}

function pieceEnd(run: string, at: number): number {
  const end = at + LONGEST_PIECE;
  return /[\uD800-\uDBFF]/.test(run.charAt(end - 1)) ? end + 1 : end;
}
