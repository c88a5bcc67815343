/** An abbreviation and what it stands for, as an article writes them. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

const SHORT = String.raw`(?=[\p{L}\d&.\-]*\p{Lu}[\p{L}\d&.\-]*\p{Lu})\p{L}[\p{L}\d&.\-]{1,9}`;
const QUOTE = `["“”'‘’]?`;
/** "… Organisation (SCO)", "… Organisation, or SCO". */
const AFTER = new RegExp(
  String.raw`\s\((?:the |or )?${QUOTE}(?<bracketed>${SHORT})${QUOTE}[),;]|, or (?:the )?(?<named>${SHORT})(?![\p{L}\d])`,
  'gu',
);
/** After a place and an agency's letters, which may be by chance those of the place: "Lund, High Velia (LHV) --". */
const DASH = /^\s*[-–—]/u;
/** "SCO (Shanghai Cooperation Organisation)". */
const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\d])(?<short>${SHORT}) \((?:the )?(?<long>\p{Lu}[^()\n]{5,80})\)`,
  'gu',
);

/** Fewer letters are too often by chance those of a name beside them. */
const CAPITALS = /(?<![\p{L}\d])\p{Lu}{3,6}(?![\p{L}\d])/gu;
const LONG_NAME = /\p{Lu}\p{Ll}+(?: (?:(?:of|and|the|for|on|in|to|de) ){0,2}\p{Lu}\p{Ll}+){2,7}/gu;

/** The abbreviations that a text explains, or uses beside a name of these initials. */
export function abbreviationsIn(text: string): Abbreviation[] {
  return [...explainedIn(text), ...usedBeside(text)];
}

function usedBeside(text: string): Abbreviation[] {
  const shorts = [...new Set(text.match(CAPITALS) ?? [])];
  if (shorts.length === 0) return [];
  return (text.match(LONG_NAME) ?? []).flatMap((name) => {
    const words = Array.from(name.matchAll(/\p{Lu}\p{Ll}+/gu));
    const initials = words.map(([word]) => word.charAt(0)).join('');
    return shorts.flatMap((short) => {
      const first = initials.indexOf(short);
      if (first < 0) return [];
      const last = words[first + short.length - 1]!;
      return [{ short, long: name.slice(words[first]!.index, last.index + last[0].length) }];
    });
  });
}

function explainedIn(text: string): Abbreviation[] {
  const after = Array.from(text.matchAll(AFTER), ({ 0: found, groups, index }) => {
    const short = groups?.bracketed ?? groups?.named ?? '';
    const long = longForm(short, wordsBefore(text.slice(0, index), short));
    const isDateline = long?.includes(',') && DASH.test(text.slice(index + found.length));
    return { short, long: isDateline ? null : long };
  });
  const before = Array.from(text.matchAll(BEFORE), ({ groups }) => {
    const { short = '', long = '' } = groups ?? {};
    return { short, long: longForm(short, long) === long ? long : null };
  });
  return [...after, ...before].filter((found): found is Abbreviation => found.long !== null);
}

/** The words of one sentence before an abbreviation that its long form may have: twice its letters, or five more. */
function wordsBefore(text: string, short: string): string {
  const most = Math.min(short.length + 5, short.length * 2);
  const sentence =
    text
      .slice(-200)
      .split(/[()\n;:]|[.!?]\s/u)
      .at(-1) ?? '';
  return sentence.trim().split(/\s+/u).slice(-most).join(' ');
}

/** Words of a long form whose initials an abbreviation leaves out. */
const LEFT_OUT = /^(?:of|and|the|for|on|in|to|de|la|du|des)$/iu;

function longForm(short: string, words: string): string | null {
  return initialsForm(short, words) ?? lettersForm(short, words);
}

/** The shortest end of `words` whose initials are the abbreviation. */
function initialsForm(short: string, words: string): string | null {
  const wanted = short.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  const starts = Array.from(words.matchAll(/[\p{L}\d]+/gu), ({ index }) => index).reverse();
  const found = starts.find((start) => {
    const inside = words.slice(start).match(/[\p{L}\d]+/gu) ?? [];
    if (LEFT_OUT.test(inside[0]!)) return false;
    return [inside, inside.filter((word) => !LEFT_OUT.test(word))].some((some) => {
      return some.length > 1 && some.map((word) => word.charAt(0).toLowerCase()).join('') === wanted;
    });
  });
  return found === undefined ? null : words.slice(found);
}

/**
 * The shortest end of `words` in which the letters of an abbreviation stand in order, its first at the beginning of a word
 * (Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical text"); null
 * where there is none of at least two words.
 */
function lettersForm(short: string, words: string): string | null {
  let at = words.length;
  const letters = [...short.toLowerCase()].filter((letter) => /[\p{L}\d]/u.test(letter));
  for (const [index, letter] of letters.toReversed().entries()) {
    const isFirst = index === letters.length - 1;
    do at -= 1;
    while (at >= 0 && !(words.charAt(at).toLowerCase() === letter && (!isFirst || beginsWord(words, at))));
    if (at < 0) return null;
  }
  const long = words.slice(at);
  return /\p{L}[\s-]+\p{L}/u.test(long) && !long.includes(short) ? long : null;
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\d]/u.test(text.charAt(at - 1));
}
