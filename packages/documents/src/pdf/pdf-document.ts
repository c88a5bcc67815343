import { getDocumentProxy } from 'unpdf';
import { unreadable } from '../document.ts';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** @throws FootnoteError `UNREADABLE_DOCUMENT` */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
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
