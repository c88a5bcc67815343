import { extractHtml } from '../html/index.ts';
import { decodeText } from '../text/decode-text.ts';
import { type DocumentInput, type DocumentReading, unreadable } from './document-reading.ts';

/** A page names its encoding within its first 1,024 bytes (HTML Living Standard, 13.2.3.2); some later. */
const DECLARATION_BYTES = 4096;

/** Reads a saved web page. */
export function readWebPage({ bytes, keyPath }: DocumentInput): DocumentReading {
  const html = decodeText(bytes, declaredEncoding(bytes));
  const { removed, ...page } = extractHtml(html, { fileName: keyPath.slice(keyPath.lastIndexOf('/') + 1) });
  if (page.text.trim() === '') throw unreadable('The page holds no article text.');
  return { articles: [{ ...page, key: keyPath }], skipped: [], warnings: [], removals: removed };
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARATION_BYTES));
  const declaration = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i;
  const match = declaration.exec(head.toString('latin1'));
  return match?.[1] ?? match?.[2];
}
