import { BROKEN_CHARACTERS } from '../../encoding/broken-characters.ts';
import type { CleaningRule } from './cleaning-rule.ts';

export const brokenCharacters: CleaningRule = {
  name: 'broken-characters',
  removes: 'runs of the replacement character U+FFFD, and one that stands alone between spaces',
  find: (lines) =>
    lines.flatMap((line, index) =>
      Array.from(line.matchAll(BROKEN_CHARACTERS), (match) => ({
        line: index,
        start: match.index,
        end: match.index + match[0].length,
      })),
    ),
};
