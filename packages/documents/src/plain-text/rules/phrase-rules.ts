import { isNotice, NOTICES } from '../../phrases/notices.ts';
import { isPageLabel } from '../../phrases/page-labels.ts';
import { isShareLine } from '../../phrases/share-words.ts';
import { wordCount } from '../../phrases/words.ts';
import { type CleaningRule, lineRule } from './cleaning-rule.ts';

const MORE_LINK = /^click (?:here )?to (?:read|see|view|share|print|subscribe|expand|enlarge)\b/i;

const moreLink: CleaningRule = lineRule({
  name: 'more-link',
  removes: 'labels of the page and links to more of it',
  matches: (line) => isPageLabel(line) || (wordCount(line) <= 14 && MORE_LINK.test(line)),
});

const shareRow: CleaningRule = lineRule({
  name: 'share-buttons',
  removes: 'the labels of buttons that share the page',
  matches: isShareLine,
});

/** Rules for single lines that a known phrase gives away. */
export const phraseRules: readonly CleaningRule[] = [
  ...NOTICES.map((notice) =>
    lineRule({
      name: notice.name,
      removes: notice.removes,
      matches: (line) => isNotice(line, notice),
    }),
  ),
  moreLink,
  shareRow,
];
