import type { CleaningRule } from './cleaning-rule.ts';

/** What an emoji turned into when a page was saved in the wrong encoding. One alone may be a letter: it stays. */
export const brokenCharacters: CleaningRule = {
  name: 'broken-characters',
  removes: 'runs of the replacement character U+FFFD, and one that stands alone between spaces',
  find: (lines) =>
    lines.flatMap((line, index) =>
      Array.from(line.matchAll(/\uFFFD{2,} ?|(?<!\S)\uFFFD(?:\s+|$)/gu), (match) => ({
        line: index,
        start: match.index,
        end: match.index + match[0].length,
      })),
    ),
};
