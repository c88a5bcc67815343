import { buffer as collect } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { unreadable } from '../document.ts';
import { parseBody } from './word-blocks.ts';

/** What all parts of a Word file may come to when inflated; a 10 MB file of text comes to less. */
const MAX_INFLATED_BYTES = 100 * 1024 * 1024;

const MAX_PARTS = 5000;

/** The parts of a .docx file, which is a zip archive. */
export interface WordArchive {
  /** Inflates every part once and throws it away, so that one that lies about its size is found before it is read. */
  checkSizes(): Promise<void>;
  /** The name of the part that holds the text. */
  readonly mainPart: string;
  /** A part's text; null when there is none of this name. */
  readText(name: string): Promise<string | null>;
  /** Names of all parts but pictures and what else is embedded. */
  readonly textParts: readonly string[];
}

/**
 * Opens the archive, refuses what is none of Word's or inflates to too much, and closes it afterwards.
 *
 * @throws FootnoteError `UNREADABLE_DOCUMENT`
 */
export async function withWordArchive<T>(
  bytes: Buffer,
  use: (archive: WordArchive) => Promise<T>,
): Promise<T> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true }).catch((error: Error) => {
    throw unreadable(`The archive is damaged or cut short: ${error.message}.`, error);
  });
  try {
    const entries = await entriesOf(zip);
    const mainPart = mainPartOf(await readEntry(zip, entries.get('_rels/.rels')));
    if (!entries.has(mainPart)) throw unreadable('A zip archive, but no Word file. Unpack it.');
    return await use(archiveOf(zip, entries, mainPart));
  } finally {
    zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize;
      entries.set(entry.fileName, entry);
      if (declared > MAX_INFLATED_BYTES || entries.size > MAX_PARTS) throw tooLarge();
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'UNREADABLE_DOCUMENT') throw error;
    throw unreadable(`The archive is damaged: ${(error as Error).message}.`, error);
  }
  return entries;
}

/** What the archive's relationships name as the document; Word itself writes `word/document.xml`. */
function mainPartOf(relationships: string | null): string {
  const relationship = relationships?.match(/<Relationship\b[^>]*\/officeDocument["'][^>]*>/u)?.[0] ?? '';
  const target = /\bTarget\s*=\s*["']([^"']+)["']/u.exec(relationship)?.[1];
  return target?.replace(/^\//u, '') ?? 'word/document.xml';
}

async function readEntry(zip: ZipFile, entry: Entry | undefined): Promise<string | null> {
  return entry === undefined
    ? null
    : (await collect(await zip.openReadStreamPromise(entry))).toString('utf8');
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, mainPart: string): WordArchive {
  return {
    mainPart,
    textParts: [...entries.keys()].filter((name) => /\.(?:xml|rels)$/u.test(name)),
    async checkSizes() {
      let inflated = 0;
      for (const entry of entries.values()) {
        if (entry.fileName.endsWith('/')) continue;
        try {
          for await (const chunk of await zip.openReadStreamPromise(entry)) {
            inflated += (chunk as Buffer).length;
            if (inflated > MAX_INFLATED_BYTES) break;
          }
        } catch (error) {
          throw unreadable(`The archive is damaged: ${(error as Error).message}.`, error);
        }
        if (inflated > MAX_INFLATED_BYTES) throw tooLarge();
      }
    },
    readText: (name) => readEntry(zip, entries.get(name)),
  };
}

function tooLarge(): Error {
  return unreadable(
    `The file inflates to more than ${MAX_INFLATED_BYTES / 1024 / 1024} MB, as a zip bomb does.`,
  );
}

export interface CoreProperties {
  readonly title: string | null;
  readonly creator: string | null;
}

/** Title and creator as the file's properties give them. Its dates are those of the file, and are left out. */
export async function readCoreProperties(archive: WordArchive): Promise<CoreProperties> {
  const xml = (await archive.readText('docProps/core.xml')) ?? '';
  return { title: property(xml, 'dc:title'), creator: property(xml, 'dc:creator') };
}

function property(xml: string, name: string): string | null {
  const encoded = new RegExp(`<${name}>([^<]{1,500})</${name}>`).exec(xml)?.[1];
  if (encoded === undefined) return null;
  const text = parseBody(encoded).textContent ?? '';
  return text.replace(/\s+/g, ' ').trim() || null;
}
