import { type DocumentInput, type DocumentReading, unreadable } from './document-reading.ts';

/** Reads a PDF. */
export function readPdf(_input: DocumentInput): DocumentReading {
  throw unreadable('PDF files are not read yet.');
}
