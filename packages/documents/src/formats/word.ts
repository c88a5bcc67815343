import { type DocumentInput, type DocumentReading, unreadable } from './document-reading.ts';

/** Reads a Word file. */
export function readWord(_input: DocumentInput): DocumentReading {
  throw unreadable('Word files are not read yet.');
}
