import { FULL_DATE } from '../../metadata/written-date.ts';
import { neighbour } from '../../phrases/line-shape.ts';
import { type CleaningRule, isShort, lineRule, wholeLine } from './cleaning-rule.ts';

/** `— Name (@handle)`, with or without the date on the same line. */
const HANDLE_LINE = /^[—–―-]{1,2}\s*.{0,80}\(@\w{1,30}\)\s*(.{0,40})$/u;

const DATE_LINE = new RegExp(`^${FULL_DATE.source}$`, 'iu');

/** Who wrote an embedded post, and when. The post's own words stay: the article quotes them. */
export const embeddedPost: CleaningRule = {
  name: 'embedded-post',
  removes: 'the handle and date under an embedded post',
  find: (lines) =>
    lines.flatMap((line, index) => {
      const handle = isShort(line) ? HANDLE_LINE.exec(line.trim()) : null;
      if (handle === null) return [];
      if (handle[1] !== '') return DATE_LINE.test(handle[1]!.trim()) ? [wholeLine(lines, index)] : [];
      const next = neighbour(lines, index, 1);
      const isDate = next >= 0 && DATE_LINE.test(lines[next]!.trim());
      return isDate ? [wholeLine(lines, index), wholeLine(lines, next)] : [wholeLine(lines, index)];
    }),
};

/** An address that a post leaves for its picture, alone on a line. */
export const postPictureLink: CleaningRule = lineRule({
  name: 'embedded-post',
  removes: 'the handle and date under an embedded post',
  matches: (line) => /^(?:pic\.twitter\.com\/\S+|https?:\/\/t\.co\/\S+)$/i.test(line),
});
