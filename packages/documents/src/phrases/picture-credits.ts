import { wordCount } from './words.ts';

const NAME = "[\\p{L}.'’ -]{2,40}";
const KIND = '(?:photo|photograph|picture|image|illustration|screenshot|video)s?';
const AGENCY =
  'AP(?: Photo)?|AFP(?: via Getty Images)?|Reuters|REUTERS|Getty(?: Images)?|EPA|Shutterstock|iStock|Bloomberg|Associated Press|Xinhua|TASS|PA|Unsplash|Pexels|Pixabay|Alamy|Flickr|Wikimedia(?: Commons)?|USA TODAY Sports';

/** A line that is a credit from its start: "Photo: Ann Oak", "Courtesy of the museum". */
const CREDIT_LINE: readonly RegExp[] = [
  new RegExp(
    `^[([]?\\s*(?:${KIND}|(?:photo|image|picture) credits?|credits?|fotos?|bild|(?:file|featured|header|illustration) (?:photo|image)|image (?:source|copyright)|photo illustration|courtesy)(?: (?:by|via|of|from|credit|courtesy|source|copyright))*\\s*[:/©|]`,
    'iu',
  ),
  new RegExp(`^(?:${KIND}|graphics?) (?:by|courtesy|via|from|of|provided)\\b`, 'iu'),
  /^courtesy (?:of|photo)|^image (?:copyright|caption)\b/i,
  /^©\s*\S+(?:\s\S+){0,6}$/,
];

/** How the Associated Press begins captions: "FILE - In this Dec. 12, 2006, file photo, …". */
const CAPTION_START = /^(?:FILE\s*[-–—]\s|In this .{3,60}?\bfile (?:photo|image|frame)\b)/;

/** A caption that ends in the credit of an agency, with no words after it: "The quay. (Daily News/Ann Oak)". */
const CREDIT_IN_BRACKETS: readonly RegExp[] = [
  new RegExp(`[([]\\s*${NAME}/${NAME}(?:/${NAME})?\\s*[)\\]]$`, 'u'),
  /[([]\s*(?:file |handout |stock )?(?:photo|image|picture|screenshot|video)s?(?:\s*(?:by|from|credit|courtesy)\b|\s*[:/])[^)\]]{1,80}[)\]]$/i,
  /[([]\s*(?:AP )?(?:file )?(?:photo|image|picture)\s*[)\]]$/i,
  new RegExp(`(?:©|\\(c\\)|&copy;)\\s*(?:\\d{4}\\s+)?${NAME}(?:[/|]${NAME})*$`, 'iu'),
  /[|/]\s*(?:photo|image|picture|credit)s?(?:\s+(?:by|credits?|courtesy(?: of)?))?\s*:\s*.{2,60}$|\bCredit:\s*[^.]{2,60}\.?$/i,
  /(?:\/|via |by |- |\| )(?:getty images|afp|shutterstock|istock|unsplash)(?:\/[\p{L} ]{2,30})?[)\]]?$/iu,
];
const CREDIT_AT_END = new RegExp(
  `(?:/|\\||—|–|-|,|:|\\bvia\\b|\\bby\\b)\\s*(?:${AGENCY})\\b[^.]{0,40}\\)?\\.?$`,
  'u',
);

const MOST_CHARACTERS = 600;
const MOST_WORDS = { caption: 90, creditLine: 25, creditAtEnd: 20, creditInBrackets: 60 };

/**
 * Whether a line is the caption or credit of a picture, told by its credit. An agency alone in brackets, as in
 * `(Reuters)`, is how articles name their source: such a line is none.
 */
export function isPictureCredit(line: string): boolean {
  if (line.length > MOST_CHARACTERS || /^["“«]/.test(line)) return false;
  const words = wordCount(line);
  return (
    (words <= MOST_WORDS.caption && CAPTION_START.test(line)) ||
    (words <= MOST_WORDS.creditLine && CREDIT_LINE.some((pattern) => pattern.test(line))) ||
    (words <= MOST_WORDS.creditAtEnd && CREDIT_AT_END.test(line)) ||
    (words <= MOST_WORDS.creditInBrackets && CREDIT_IN_BRACKETS.some((pattern) => pattern.test(line)))
  );
}
