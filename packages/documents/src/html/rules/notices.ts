import { isNotice, NOTICES } from '../../phrases/notices.ts';
import { wordCount } from '../../phrases/words.ts';
import { type BlockRule, each } from './block-rule.ts';

/** Notices of the page that stand as paragraphs, each under its name: "copyright", "cookie notice". */
export const notices: readonly BlockRule[] = NOTICES.filter(({ name }) => name !== 'disclaimer').map(
  (notice) =>
    // Within the article's own element a disclaimer is the author's.
    each(notice.name.replaceAll('-', ' '), (b) => isNotice(b.text, notice)),
);

const SOURCE =
  /^(?:sources?|citation|more information|journal information|journal reference|provided by|references?|doi|via|fonte|fuente|quelle)\s*:/i;

/** "Source: …" and "Citation: …" below the article. */
export const sourceLine: BlockRule = {
  name: 'source line',
  select: (blocks) =>
    blocks.filter(
      (b, i) =>
        SOURCE.test(b.text) &&
        wordCount(b.text) <= 45 &&
        (i > 0.6 * blocks.length || wordCount(b.text) <= 10),
    ),
};
