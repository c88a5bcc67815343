import { type DocumentInput, type DocumentReading, unreadable } from '../document.ts';
import { decodeText } from '../encoding/decode-text.ts';
import { repairMojibake } from '../encoding/repair-mojibake.ts';
import { brokenCharacters, cleanLines } from '../plain-text/rules/index.ts';
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
  const { lines, removals } = cleanLines(page.text.split('\n'), [brokenCharacters], { title: page.title });
  const text = lines.join('\n').trim();
  if (text === '') throw unreadable('The page holds no text of an article.');
  return {
    articles: [{ ...page, key: keyPath, text }],
    skipped: [],
    warnings: [],
    removals: [...removed, ...removals],
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
