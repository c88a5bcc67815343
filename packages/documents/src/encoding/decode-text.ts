import { unreadable } from '../document.ts';
import { detectEncoding, looksLatin } from './detect-encoding.ts';
import { isPlausibleText, isUnreadable } from './readable-text.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** How much of a file tells its encoding. */
const SAMPLE_BYTES = 65_536;

const REMEDY = 'Save the file as UTF-8.';

/**
 * Decodes a file's bytes. In order of trust: a byte order mark; UTF-16 told by where its NULs stand; UTF-8 when
 * the bytes are valid, or nearly (text of another encoding is practically never valid UTF-8 beyond ASCII); what the
 * document declares, where the bytes are text in it; what the bytes are most like, for a Latin script windows-1252.
 * Bytes that make no character become U+FFFD.
 *
 * @param declared the encoding that the document names itself, by any label of the WHATWG Encoding Standard
 * @throws FootnoteError `UNREADABLE_DOCUMENT` when the bytes are text in no encoding
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const encoding =
    certainEncoding(bytes, declared) ?? declaredEncoding(bytes, declared) ?? detectEncoding(bytes);
  if (encoding === null) throw unreadable(`The encoding of the file's characters cannot be told. ${REMEDY}`);
  const text = decode(bytes, encoding);
  if (isUnreadable(text)) {
    throw unreadable(`Too many of the file's bytes are no characters in ${encoding}. ${REMEDY}`);
  }
  return text;
}

/** The text as far as it is ASCII, by which formats are told; the rest may be other letters. */
export function decodeAscii(bytes: Uint8Array): string {
  return decode(bytes, certainEncoding(bytes, undefined) ?? 'windows-1252');
}

function decode(bytes: Uint8Array, encoding: string): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

function certainEncoding(bytes: Uint8Array, declared: string | undefined): string | null {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== null) return marked;
  if (hasJapaneseEscapes(bytes)) return 'iso-2022-jp';
  if (declared !== undefined && knownEncoding(declared) === 'iso-2022-jp') return 'iso-2022-jp';
  return isMostlyUtf8(bytes) ? 'utf-8' : null;
}

/** What the document declares, unless that is what it cannot be, or gives no text. */
function declaredEncoding(bytes: Uint8Array, declared: string | undefined): string | null {
  const known = declared === undefined ? null : knownEncoding(declared);
  if (known === null || known === 'utf-8' || known.startsWith('utf-16')) return null;
  const text = decode(bytes, known);
  if (isUnreadable(text)) return null;
  return known !== 'windows-1252' || looksLatin(bytes) ? known : null;
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** ISO-2022-JP switches to kanji by an escape sequence; all of its bytes are ASCII. */
function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE_BYTES));
  return head.includes('\u001b$B') || head.includes('\u001b$@');
}

/** UTF-16 without a mark: of a Latin script by its NULs, of another by being text, which it is in one order only. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  return latinUtf16(bytes) ?? otherUtf16(bytes);
}

function otherUtf16(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, Math.min(bytes.length, SAMPLE_BYTES));
  if (bytes.length % 2 === 1 || head.length < 8 || !head.some(isControlByte)) return null;
  const plausible = ['utf-16le', 'utf-16be'].filter((encoding) => {
    const text = new TextDecoder(encoding).decode(head);
    // A space in the wrong order is a rare one; Greek letters are Hangul then.
    return isPlausibleText(text) && isOfOneScript(text) && !text.includes('\u2000');
  });
  return plausible.length === 1 ? plausible[0]! : null;
}

/** Below a space, but for tab, ends of lines and the escape: no text of one byte a character has such. */
function isControlByte(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;
}

const SCRIPTS = ['Cyrillic', 'Greek', 'Hangul', 'Arabic', 'Hebrew', 'Thai', 'Devanagari'].map(
  (script) => new RegExp(`[\\p{Script=${script}}\\p{Script=Latin}]`, 'gu'),
);
const JAPANESE_OR_CHINESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}ー]/gu;

/** Whether nearly all letters are of one script beside the Latin: bytes in the wrong order give letters of many. */
function isOfOneScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const most = Math.max(...[...SCRIPTS, JAPANESE_OR_CHINESE].map((one) => text.match(one)?.length ?? 0));
  return letters > 0 && most >= 0.95 * letters;
}

/** Text in a Latin script in UTF-16 has a NUL in every other byte, on one side only. */
function latinUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const most = length / 2;
  if (odd > most * 0.5 && even < most * 0.05) return 'utf-16le';
  if (even > most * 0.5 && odd < most * 0.05) return 'utf-16be';
  return null;
}

function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** True for valid UTF-8, and where characters of several bytes outnumber the bytes that fit nowhere. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    let end = at + 1;
    while (end < at + length && (bytes[end] ?? 0) >> 6 === 2) end += 1;
    if (length > 0 && lead < 0xf5 && end === at + length) whole += 1;
    else if (end < bytes.length || whole === 0) broken += 1;
    at = end;
  }
  return broken === 0 || whole > broken;
}
