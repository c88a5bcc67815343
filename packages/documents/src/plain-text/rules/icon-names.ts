import type { CleaningRule } from './cleaning-rule.ts';

const FEWEST_ICONS = 5;

/** Words that hold the letters and are not about icons. */
const OTHER_WORDS = /silicon|iconic|lexicon|emoticon|helicon|catholicon/i;

/** The names of a page's icons in a row, as their hidden labels read when a page is flattened to text. */
export const iconNames: CleaningRule = {
  name: 'icon-names',
  removes: 'the names of five or more icons in a row',
  find: (lines) =>
    lines.flatMap((line, index) => {
      if (!/icon/i.test(line)) return [];
      const words = [...line.matchAll(/\S+/g)];
      const names = words.filter(([word]) => /icon/i.test(word) && !OTHER_WORDS.test(word));
      const [first, last] = [names[0], names.at(-1)];
      if (names.length < FEWEST_ICONS || first === undefined || last === undefined) return [];
      const end = endOfName(line, last.index + last[0].length);
      return isIconList(line.slice(first.index, end)) ? [{ line: index, start: first.index, end }] : [];
    }),
};

/** The last name goes on for up to three lower-case words. */
function endOfName(line: string, after: number): number {
  return after + (/^(?: [a-z-]+){0,3}(?= *$| \p{Lu})/u.exec(line.slice(after, after + 100))?.[0].length ?? 0);
}

/** Every fourth word at least names an icon, and no sentence ends. */
function isIconList(stretch: string): boolean {
  const words = stretch.split(' ');
  const named = words.filter((word) => /icon/i.test(word)).length;
  return named * 4 >= words.length && !/[.!?,;]/.test(stretch);
}
