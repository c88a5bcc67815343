import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { type DocumentInput, type DocumentReading, unreadable } from '../document.ts';
import { parseAuthorNames } from '../metadata/index.ts';
import { readPageText } from '../plain-text/read-page-text.ts';
import { readMainPart } from './main-part.ts';
import { missingWords } from './missing-words.ts';
import { readCoreProperties, type WordArchive, withWordArchive } from './word-archive.ts';
import { parseBody, type WordBlock, wordBlocks } from './word-blocks.ts';

/** A title that a word processor or a person put there for the file's sake. */
const FILE_TITLE = /^(?:untitled|document\s*\d*|microsoft word\b.*|.*\.(?:docx?|rtf|odt|pdf))$/i;

const CONVERSION = {
  styleMap: [
    "p[style-name='Title'] => h1.title:fresh",
    "p[style-name='title'] => h1.title:fresh",
    "p[style-name='Caption'] => p.caption:fresh",
    "p[style-name='caption'] => p.caption:fresh",
  ],
  // Without this, every picture is inflated and written out in base 64.
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
};

/** Reads a Word file (.docx): its paragraphs, lists and tables, without captions, headers and footers. */
export async function readWord({ bytes, keyPath }: DocumentInput): Promise<DocumentReading> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { properties, main, parts } = await withWordArchive(buffer, readParts);
  const blocks = wordBlocks(parseBody(await toHtml(parts)));
  const captions = blocks.filter((block) => block.kind === 'caption');
  const body = blocks.filter((block) => block.kind !== 'caption');
  if (body.length === 0) throw unreadable('The file holds no text.');
  const reading = readPageText(textOf(body), { keyPath, headline: body.find(isTitle)?.text ?? null });
  const article = reading.articles[0]!;
  return {
    ...reading,
    articles: [
      {
        ...article,
        title: article.title ?? titleOf(properties.title),
        authors: article.authors.length > 0 ? article.authors : authorsOf(properties.creator),
      },
    ],
    warnings: [
      ...reading.warnings,
      ...missingWords(
        main.paragraphs,
        blocks.map(({ text }) => text),
      ),
    ],
    removals: [...captions.map(({ text }) => ({ rule: 'image-caption', text })), ...reading.removals],
  };
}

async function readParts(archive: WordArchive) {
  await archive.checkSizes();
  const parts: Record<string, string> = {};
  for (const name of archive.textParts) parts[name] = (await archive.readText(name)) ?? '';
  const main = readMainPart(parts[archive.mainPart] ?? '', parts['word/styles.xml'] ?? null);
  parts[archive.mainPart] = main.xml;
  return { properties: await readCoreProperties(archive), main, parts };
}

async function toHtml(parts: Readonly<Record<string, string>>): Promise<string> {
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  const buffer = Buffer.from(zipSync(files, { level: 0 }));
  try {
    return (await mammoth.convertToHtml({ buffer }, CONVERSION)).value;
  } catch (error) {
    throw unreadable(`The Word file is damaged: ${(error as Error).message}`, error);
  }
}

function isTitle(block: WordBlock, index: number): boolean {
  return block.kind === 'title' || (block.kind === 'heading' && index === 0);
}

/** Blocks parted by a blank line, the items of a list and the rows of a table by a line end. */
function textOf(blocks: readonly WordBlock[]): string {
  return blocks
    .map(
      ({ text, kind }, at) =>
        (at > 0 && kind === 'row' && blocks[at - 1]!.kind === 'row' ? '\n' : '\n\n') + text,
    )
    .join('');
}

function titleOf(title: string | null): string | null {
  return title === null || FILE_TITLE.test(title) || !title.includes(' ') ? null : title;
}

function authorsOf(creator: string | null): string[] {
  return creator?.includes(' ') === true ? parseAuthorNames(creator) : [];
}
