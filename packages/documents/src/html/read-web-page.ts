import { type DocumentInput, type DocumentReading, unreadable } from '../document.ts';
import { BROKEN_CHARACTERS } from '../encoding/broken-characters.ts';
import { decodeText } from '../encoding/decode-text.ts';
import { repairMojibake } from '../encoding/repair-mojibake.ts';
import { extractHtml } from './index.ts';
import { nestingDepth } from './nesting-depth.ts';

/** linkedom takes time quadratic in the depth: 0.2 seconds for this one, half a minute for 100,000. */
const DEEPEST_PARSED = 10_000;

/** Reads a saved web page. */
export function readWebPage({ bytes, keyPath }: DocumentInput): DocumentReading {
  const html = repairMojibake(decodeText(bytes, declaredEncoding(bytes)));
  if (nestingDepth(html) > DEEPEST_PARSED)
    throw unreadable(`Its elements are nested more than ${DEEPEST_PARSED} deep.`);
  const { removed, ...page } = extractHtml(html, { fileName: keyPath.slice(keyPath.lastIndexOf('/') + 1) });
  const broken = page.text.match(BROKEN_CHARACTERS) ?? [];
  const text = page.text.replace(BROKEN_CHARACTERS, '').trim();
  if (text === '') throw unreadable('The page holds no text of an article.');
  return {
    articles: [{ ...page, key: keyPath, text }],
    skipped: [],
    warnings: [],
    removals: [...removed, ...broken.map((found) => ({ rule: 'broken-characters', text: found.trim() }))],
  };
}

/** Within the first 1,024 bytes (HTML Living Standard, 13.2.3.2), but many pages name it only after their scripts. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const declaration =
    /<meta\b[^>]{1,400}?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{1,400}?encoding\s*=\s*["']([\w:.-]+)/i;
  const match = declaration.exec(page);
  return match?.[1] ?? match?.[2];
}
