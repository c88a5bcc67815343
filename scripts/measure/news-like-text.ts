const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ter',
  'ran',
  'su',
  'ven',
  'do',
  'pel',
  'gri',
  'on',
  'sha',
  'bu',
  'lin',
  'tor',
  'ek',
];
const VOCABULARY = 30_000;

/** The word of a rank, 0 being the most frequent. */
export function vocabularyWord(rank: number): string {
  let rest = rank + 16;
  let word = '';
  while (rest > 0) {
    word += SYLLABLES[rest % 16];
    rest = Math.floor(rest / 16);
  }
  return word;
}

/**
 * A text of sentences of 18 words whose frequencies fall as those of a language do (Zipf: inversely to their rank),
 * so that a lexical index over many of them has lists of the lengths that news give it.
 */
export function newsLikeText(seed: number, words: number): string {
  let state = (seed + 1) * 2654435761;
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
  };
  const sentences: string[] = [];
  for (let count = 0; count < words; count += 18) {
    const sentence = Array.from({ length: 18 }, () => vocabularyWord(Math.floor(VOCABULARY ** random()) - 1));
    sentences.push(`${sentence[0]![0]!.toUpperCase()}${sentence.join(' ').slice(1)}.`);
  }
  return sentences.join(' ');
}
