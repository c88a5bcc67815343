import { readPageText } from '../page-text/read-page-text.ts';
import { decodeText } from '../text/decode-text.ts';
import type { DocumentInput, DocumentReading } from './document-reading.ts';

/** Reads a .txt file: the page text that a person or a scraper saved. */
export function readPlainText({ bytes, keyPath }: DocumentInput): DocumentReading {
  return readPageText(decodeText(bytes), { keyPath });
}
