import type { getDocumentProxy } from 'unpdf';

/** An open PDF file, and a page of it, as PDF.js has them. */
export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
