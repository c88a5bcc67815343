import { unreadable } from '../document.ts';
import { decodeAscii } from '../encoding/decode-text.ts';
import type { DocumentFormat } from './document-format.ts';

/** How many bytes tell a format. */
const HEAD_BYTES = 4096;

const FOREIGN_SIGNATURES: readonly { readonly bytes: readonly number[]; readonly reason: string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    reason: 'An old Word file, or one with a password. Save it as .docx without one.',
  },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], reason: 'An RTF file. Save it as .docx or .txt.' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], reason: 'An image (PNG), not text.' },
  { bytes: [0xff, 0xd8, 0xff], reason: 'An image (JPEG), not text.' },
  { bytes: [0x47, 0x49, 0x46, 0x38], reason: 'An image (GIF), not text.' },
  { bytes: [0x1f, 0x8b], reason: 'A gzip archive. Unpack it.' },
];

/**
 * What the bytes are, where they tell; else what the name says.
 *
 * @throws FootnoteError `UNREADABLE_DOCUMENT` for bytes that are no text and no supported format
 */
export function sniffFormat(bytes: Uint8Array, named: DocumentFormat): DocumentFormat {
  if (bytes.length === 0) throw unreadable('The file is empty.');
  const head = bytes.subarray(0, HEAD_BYTES);
  if (Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).includes('%PDF-')) return 'pdf';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'docx';
  for (const { bytes: signature, reason } of FOREIGN_SIGNATURES) {
    if (startsWith(head, signature)) throw unreadable(reason);
  }
  const text = decodeAscii(head).trimStart();
  if (isBinary(text)) throw unreadable('The file holds binary data, not text.');
  if (named === 'pdf') throw unreadable('The file is named .pdf, but is none.');
  if (named === 'docx') throw unreadable('The file is named .docx, but is none.');
  if (looksLikeHtml(text)) return 'html';
  if (named === 'jsonl') return 'jsonl';
  if (looksLikeJsonl(text)) return 'jsonl';
  return named;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/**
 * Text has hardly any control characters; 9, and 1 in 20, is far beyond what a damaged text file holds. Those above 127 are
 * halves of letters in other encodings (Shift_JIS).
 */
function isBinary(head: string): boolean {
  const controls = head.match(/[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/gu)?.length ?? 0;
  return controls > 8 && controls * 20 > head.length;
}

function looksLikeHtml(head: string): boolean {
  const start = head.replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/i, '');
  return /^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(start);
}

/** A first line that is a whole JSON object with a text: no article begins so. */
function looksLikeJsonl(head: string): boolean {
  if (!head.startsWith('{')) return false;
  const end = head.indexOf('\n');
  try {
    const first: unknown = JSON.parse(end < 0 ? head : head.slice(0, end));
    return typeof first === 'object' && first !== null && 'text' in first;
  } catch {
    return false;
  }
}
