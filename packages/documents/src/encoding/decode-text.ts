import { decodeWindows1252 } from './windows-1252.ts';

/**
 * Decodes a file's bytes. In order of trust: a byte order mark; UTF-16 told by where its NULs stand; UTF-8 when
 * the bytes are valid, or nearly (text of another encoding is practically never valid UTF-8 beyond ASCII); what the
 * document declares; windows-1252, which any bytes are. Bytes that make no character become U+FFFD.
 *
 * @param declared the encoding that the document names itself, by any label of the WHATWG Encoding Standard
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const encoding = encodingOf(bytes, declared);
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

function encodingOf(bytes: Uint8Array, declared: string | undefined): string {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== null) return marked;
  const known = declared === undefined ? null : knownEncoding(declared);
  if (known === 'iso-2022-jp') return known;
  if (isMostlyUtf8(bytes)) return 'utf-8';
  return known === null || known === 'utf-8' || known.startsWith('utf-16') ? 'windows-1252' : known;
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Text in a Latin script in UTF-16 has a NUL in every other byte, on one side only. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
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
