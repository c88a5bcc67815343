/** Tells names from first words of sentences by how a collection writes the word elsewhere. */
export interface NameFinder {
  /** The names in a text, each once, as they stand there; in a text without capitals, by the collection alone. */
  namesIn(text: string): string[];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu;
/** A word is part of a name where it is capitalised at least so many times as often as not. */
const CAPITALISED_TIMES = 4;
const SHORTEST_NAME = 3;

/** Counts how the words of `texts` are written. */
export function createNameFinder(texts: Iterable<string>): NameFinder {
  const capitalised = new Map<string, number>();
  const lower = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      const counts = /^\p{Lu}/u.test(word) ? capitalised : lower;
      const key = word.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const isName = (word: string): boolean => {
    const key = word.toLowerCase();
    const times = capitalised.get(key) ?? 0;
    return /^\p{L}/u.test(word) && times > 0 && times >= CAPITALISED_TIMES * (lower.get(key) ?? 0);
  };
  return { namesIn: (text) => namesIn(text, isName) };
}

function namesIn(text: string, isName: (word: string) => boolean): string[] {
  const hasCapitals = /\p{Lu}/u.test(text.slice(1));
  const names: string[] = [];
  let end = -1;
  for (const match of text.matchAll(WORD)) {
    const word = bare(match[0]);
    const continues = text.slice(end, match.index) === ' ' && /^\p{Lu}/u.test(word);
    if (!continues && (!isName(word) || (hasCapitals && !/^\p{Lu}/u.test(word)))) continue;
    if (text.slice(end, match.index) === ' ') names.push(`${names.pop()} ${word}`);
    else names.push(word);
    end = match.index + word.length;
  }
  return [...new Set(names)].filter((name) => name.length >= SHORTEST_NAME);
}

function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map(bare);
}

function bare(word: string): string {
  return word.replace(/[’'](?:s)?$/u, '');
}
