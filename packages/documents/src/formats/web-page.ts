import { type DocumentInput, type DocumentReading, unreadable } from './document-reading.ts';

/** Reads a saved web page. */
export function readWebPage(_input: DocumentInput): DocumentReading {
  throw unreadable('Saved pages are not read yet.');
}
