import { extractTextItems, getDocumentProxy, getMeta } from 'unpdf';
import { type DocumentInput, type DocumentReading, type Removal, unreadable } from '../document.ts';
import { parseAuthorNames } from '../metadata/index.ts';
import { letters } from '../phrases/words.ts';
import { readPageText } from '../plain-text/read-page-text.ts';
import { findPageFurniture } from './page-furniture.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { inReadingOrder } from './reading-order.ts';
import { linesOf } from './text-line.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The end mark of a PDF is within so many bytes of its end; a file without it was cut short. */
const TAIL_BYTES = 4096;

/** Reads a PDF: its lines in reading order, without running heads and page numbers, put together to paragraphs. */
export async function readPdf({ bytes, keyPath }: DocumentInput): Promise<DocumentReading> {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-TAIL_BYTES);
  if (!tail.includes('%%EOF'))
    throw unreadable('The PDF is cut short: its end is missing. Get the whole file.');
  const document = await openPdf(bytes);
  const { items } = await extractTextItems(document);
  const pages = items.map(linesOf);
  if (pages.every((lines) => lines.length === 0)) {
    throw unreadable('The PDF holds pictures of pages and no text. Run text recognition (OCR) over it.');
  }
  const furniture = findPageFurniture(pages);
  const body = pages.map((lines, page) => {
    const removed = new Set(furniture[page]!.map(({ line }) => line));
    return inReadingOrder(lines.filter((line) => !removed.has(line)));
  });
  const paragraphs = paragraphsOf(body);
  const reading = readPageText(paragraphs.map(({ text }) => text).join('\n\n'), {
    keyPath,
    headline: headlineOf(paragraphs),
  });
  const removals: Removal[] = furniture.flat().map(({ rule, line }) => ({ rule, text: line.text }));
  const article = reading.articles[0]!;
  const authors = article.authors.length > 0 ? article.authors : await authorsOf(document);
  return { ...reading, articles: [{ ...article, authors }], removals: [...removals, ...reading.removals] };
}

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // A copy, for PDF.js takes the buffer away.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    if ((error as Error).name === 'PasswordException') {
      throw unreadable('The PDF has a password. Save it without one.', error);
    }
    throw unreadable(`The PDF is damaged: ${(error as Error).message}`, error);
  }
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
