import { wordCount } from '../../phrases/words.ts';
import { type CleaningRule, lineRule } from './cleaning-rule.ts';

const NAME = "[\\p{L}.'’ -]{2,40}";

/** How captions end, or what credit lines are: an agency with its photographer, a sign, a known word. */
const CREDITS: readonly RegExp[] = [
  new RegExp(`[([]\\s*${NAME}/${NAME}(?:/${NAME})?\\s*[)\\]]$`, 'u'),
  new RegExp(`(?:©|\\(c\\)|&copy;)\\s*(?:\\d{4}\\s+)?${NAME}(?:[/|]${NAME})*$`, 'iu'),
  /[([]\s*(?:file |handout |stock )?(?:photo|image|picture|screenshot|video)s?(?:\s*(?:by|from|credit|courtesy)\b|\s*[:/])[^)\]]{1,80}[)\]]$/i,
  /[([]\s*file (?:photo|image|picture)\s*[)\]]$/i,
  /[|/]\s*(?:photo|image|picture|credit)s?(?:\s+(?:by|credit|courtesy(?: of)?))?\s*:\s*.{2,60}$/i,
  /^(?:photo|image|picture|credit)s?(?:\s+(?:by|credit|courtesy(?: of)?))?\s*:\s*.{2,80}$/i,
  /(?:\/|via |by |- |\| )(?:getty images|afp|shutterstock|istock|unsplash)(?:\/[\p{L} ]{2,30})?[)\]]?$/iu,
];

const MOST_WORDS = 60;

/**
 * Captions and credits of pictures, told by the credit at the end. An agency alone in brackets, as in `(Reuters)`,
 * is how articles name their source: such a line stays.
 */
export const imageCaption: CleaningRule = lineRule({
  name: 'image-caption',
  removes: 'captions and credits of pictures, told by their credit',
  matches: (line) =>
    wordCount(line) <= MOST_WORDS && !/^["“«]/.test(line) && CREDITS.some((credit) => credit.test(line)),
});
