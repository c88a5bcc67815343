import { letters } from '../../phrases/words.ts';
import { type CleaningRule, wholeLine } from './cleaning-rule.ts';

/** The headline said again: over the picture, in a breadcrumb, or where the page begins anew. */
export const repeatedHeadline: CleaningRule = {
  name: 'repeated-headline',
  removes: 'a line that says the headline again',
  find: (lines, { title }) => {
    const headline = letters(title ?? '');
    if (headline.length < 8) return [];
    return lines.flatMap((line, index) => (letters(line) === headline ? [wholeLine(lines, index)] : []));
  },
};
