import { isByline } from '../../metadata/index.ts';
import { wordCount, wordKey } from '../../phrases/words.ts';
import { type BlockRule, each } from './block-rule.ts';

const DATE_LINE =
  /^(?:(?:last )?(?:published|posted|updated|modified|created|first published|publication date|date)(?: on| at)?\b|(?:publicado|publié|veröffentlicht|pubblicato|atualizado|actualizado|опубликовано)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|(?:segunda|terça|quarta|quinta|sexta)-feira|\d{1,2}:\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4})/i;

/** "Published …", "Updated …" and dates alone; a dateline before a sentence stays. */
export const dateLine = each(
  'date line',
  (b) =>
    wordCount(b.text) <= 16 &&
    /\d/.test(b.text) &&
    DATE_LINE.test(b.text) &&
    !/[.!?]["”’]?$/.test(b.text.replace(/\b[ap]\.m\.$/i, '')),
);

const NAME_AND_DATE =
  /^(?:By )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,4}?[ ,|·•–]*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, (?:19|20)\d\d$/u;

/** "Ada Moss May 3, 2024", as below a picture of a series. */
export const nameAndDate = each('byline line', (b) => b.length < 60 && NAME_AND_DATE.test(b.text));

const CONTRIBUTION: readonly RegExp[] = [
  /^[([]?(?:additional )?(?:reporting|contributing|contribution|writing|editing)(?: and (?:writing|editing))?(?: by\b|:)/i,
  /^\p{Lu}\S+ (?:\S+ ){1,12}contributed (?:reporting|research|to this (?:report|story|article))\b[^.]*\.?$/u,
];

/** "(Reporting by …; editing by …)", "Ada Moss contributed reporting from Kelm." below the article. */
export const contributionLine: BlockRule = {
  name: 'byline line',
  select: (blocks) =>
    blocks
      .slice(-END_BLOCKS)
      .filter((b) => wordCount(b.text) <= MOST_WORDS && CONTRIBUTION.some((pattern) => pattern.test(b.text))),
};
const END_BLOCKS = 4;
const MOST_WORDS = 45;

/** Lines that name other people's part in the work. */
const OTHER_CREDIT = /^(?:(?:edited|reporting|posted|photos?) by|[Bb]y(?= @))\s+[\p{Lu}@]/iu;

/** "By …" and the authors' names near the start. */
export const bylineLine: BlockRule = {
  name: 'byline line',
  select(blocks, { authors }) {
    const names = authors.map(wordKey);
    return blocks.filter(
      (b, i) =>
        wordCount(b.text) <= 14 &&
        (isByline(b.text) ||
          (OTHER_CREDIT.test(b.text) && !/[.!?:]$/.test(b.text)) ||
          (i < 6 &&
            names.length > 0 &&
            names.some((n) => wordKey(b.text).startsWith(n)) &&
            wordCount(b.text) <= 9 &&
            !/[.!?:]$/.test(b.text))),
    );
  },
};
