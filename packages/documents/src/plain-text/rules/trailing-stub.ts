import { wordCount } from '../../phrases/words.ts';
import { type CleaningRule, wholeLine } from './cleaning-rule.ts';

/** A last line that announces what is not there any more: `Source:`, or the name of a paper and a colon. */
export const trailingStub: CleaningRule = {
  name: 'trailing-stub',
  removes: 'a last line of a few words that ends in a colon, or names the source or a contact',
  find: (lines) => {
    const last = lines.findLastIndex((line) => line.trim() !== '');
    if (last < 1) return [];
    const line = lines[last]!.trim();
    const isStub = /[:：]$/.test(line) && wordCount(line) <= 6;
    const isSource = /^(?:source|via|sources)\s*[:：]/i.test(line) && wordCount(line) <= 12;
    return isStub || isSource ? [wholeLine(lines, last)] : [];
  },
};
