import type { DocumentInput, DocumentReading } from '../document.ts';
import { decodeText } from '../encoding/decode-text.ts';
import { readPageText } from './read-page-text.ts';

/** Reads a .txt file: the page text that a person or a scraper saved. */
export function readPlainText({ bytes, keyPath }: DocumentInput): DocumentReading {
  return readPageText(decodeText(bytes), { keyPath });
}
