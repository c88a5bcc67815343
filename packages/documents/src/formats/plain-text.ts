import { decodeText } from '../text/decode-text.ts';
import { articleFields, type DocumentInput, type DocumentReading, unreadable } from './document-reading.ts';

/** Reads a .txt file: the page text that a person or a scraper saved. */
export function readPlainText({ bytes, keyPath }: DocumentInput): DocumentReading {
  const text = decodeText(bytes).replace(/\r\n?/g, '\n').trim();
  if (text === '') throw unreadable('The file holds no text.');
  return { articles: [articleFields(keyPath, text)], skipped: [], warnings: [], removals: [] };
}
