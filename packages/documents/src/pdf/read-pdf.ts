import { getMeta } from 'unpdf';
import { type DocumentInput, type DocumentReading, type Removal, unreadable } from '../document.ts';
import { unreadableShare } from '../encoding/readable-text.ts';
import { parseAuthorNames } from '../metadata/index.ts';
import { letters } from '../phrases/words.ts';
import { readPageText } from '../plain-text/read-page-text.ts';
import { findDropCaps, joinDropCaps } from './drop-caps.ts';
import { isEnglishWord } from './english-words.ts';
import { findPageFurniture } from './page-furniture.ts';
import { type PageText, readPageTexts } from './page-text.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { openPdf, type PdfDocument } from './pdf-document.ts';
import { inReadingOrder } from './reading-order.ts';
import { readRunningHeads } from './running-heads.ts';
import { linesOf, type TextLine } from './text-line.ts';

/** The end mark of a PDF is within so many bytes of its end; a file without it was cut short. */
const TAIL_BYTES = 4096;

/** From this share on, what a page draws are glyphs without characters. */
const MOST_UNREADABLE = 0.1;

/** Turned text of more characters is no credit in a margin. */
const LONGEST_CREDIT = 200;

const REMEDY = 'Run text recognition (OCR) over it.';

/** Reads a PDF: its lines in reading order, without running heads and page numbers, put together to paragraphs. */
export async function readPdf({ bytes, keyPath }: DocumentInput): Promise<DocumentReading> {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-TAIL_BYTES);
  if (!tail.includes('%%EOF'))
    throw unreadable('The PDF is cut short: its end is missing. Get the whole file.');
  const document = await openPdf(bytes);
  const texts = await readPageTexts(document);
  const pages = withoutNoise(texts.map(linesOfPage));
  const furniture = findPageFurniture(pages.lines);
  const credits = texts.map(({ turned }) => turned.map(linesOf));
  const body = pages.lines.flatMap((lines, page) => {
    const removed = new Set(furniture[page]!.map(({ line }) => line));
    const turned = credits[page]!.filter((each) => !isCredit(each)).map(inReadingOrder);
    return [inReadingOrder(lines.filter((line) => !removed.has(line))), ...turned];
  });
  const paragraphs = paragraphsOf(body);
  const heads = readRunningHeads(furniture.flat());
  const reading = readPageText(paragraphs.map(({ text }) => text).join('\n\n'), {
    keyPath,
    headline: headlineOf(paragraphs),
    paperDate: heads.date,
  });
  const article = reading.articles[0]!;
  const authors = article.authors.length > 0 ? article.authors : await authorsOf(document);
  const removals: Removal[] = [
    ...furniture.flat().map(({ rule, line }) => ({ rule, text: line.text })),
    ...credits
      .flat()
      .filter(isCredit)
      .flat()
      .map(({ text }) => ({ rule: 'turned-text', text })),
    ...pages.noise.map(({ text }) => ({ rule: 'no-characters', text })),
  ];
  return {
    ...reading,
    articles: [{ ...article, authors, url: article.url ?? heads.url }],
    warnings: [...reading.warnings, ...noiseWarning(pages.noise)],
    removals: [...removals, ...reading.removals],
  };
}

function linesOfPage({ main }: PageText): TextLine[] {
  const caps = findDropCaps(main);
  return joinDropCaps(linesOf(main.filter((item) => !caps.includes(item))), caps, isEnglishWord);
}

/** A few words up a margin, a stamp or a watermark: no part of the text. */
function isCredit(lines: readonly TextLine[]): boolean {
  return textOf(lines).length <= LONGEST_CREDIT;
}

function textOf(lines: readonly TextLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/**
 * Fonts without a table from glyphs to characters give control characters or signs for private use.
 * @throws FootnoteError `UNREADABLE_DOCUMENT` when there is no text, or none that can be read
 */
function withoutNoise(pages: readonly TextLine[][]): { lines: TextLine[][]; noise: TextLine[] } {
  const text = textOf(pages.flat());
  if (text === '') throw unreadable(`The PDF holds pictures of pages and no text. ${REMEDY}`);
  if (unreadableShare(text) > MOST_UNREADABLE) {
    throw unreadable(
      `The PDF's fonts do not say which characters they show, so no text can be read. ${REMEDY}`,
    );
  }
  const isNoise = (line: TextLine) => unreadableShare(line.text) > MOST_UNREADABLE;
  return {
    lines: pages.map((lines) => lines.filter((line) => !isNoise(line))),
    noise: pages.flat().filter(isNoise),
  };
}

function noiseWarning(noise: readonly TextLine[]): string[] {
  if (noise.length === 0) return [];
  const lines = noise.length === 1 ? '1 line is' : `${noise.length} lines are`;
  return [`${lines} missing: their font does not say which characters it shows. ${REMEDY}`];
}

/** The first paragraph in the largest letters, when these are clearly larger than the text's. */
function headlineOf(paragraphs: readonly Paragraph[]): string | null {
  const sizes = new Map<number, number>();
  for (const { text, fontSize } of paragraphs) sizes.set(fontSize, (sizes.get(fontSize) ?? 0) + text.length);
  const textSize = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const top = paragraphs.slice(0, 8).filter(({ text }) => text.length <= 250 && letters(text).length >= 8);
  const largest = Math.max(...top.map(({ fontSize }) => fontSize));
  return largest >= textSize * 1.2 ? top.find(({ fontSize }) => fontSize === largest)!.text : null;
}

/** The author that the file names, where that is a person's name. Its dates are the file's, not the article's. */
async function authorsOf(document: PdfDocument): Promise<string[]> {
  const { info } = await getMeta(document);
  const author: unknown = info.Author;
  return typeof author === 'string' && author.includes(' ') ? parseAuthorNames(author) : [];
}
