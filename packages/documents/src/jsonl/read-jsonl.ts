import { type ArticleFields, wellFormed } from '@footnote/core';
import { type DocumentInput, type DocumentReading, type SkippedLine, unreadable } from '../document.ts';
import { decodeText } from '../encoding/decode-text.ts';
import { readGivenFields } from '../metadata/given-fields.ts';

/** Reads a JSONL file: one article a line. Its text is kept to the character. */
export function readJsonl({ bytes, keyPath }: DocumentInput): DocumentReading {
  const articles: ArticleFields[] = [];
  const skipped: SkippedLine[] = [];
  const warnings: string[] = [];
  for (const [index, content] of decodeText(bytes).split('\n').entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    const record = parseRecord(content);
    if (typeof record === 'string') {
      skipped.push({ line, reason: record, key: null });
      continue;
    }
    const { fields, warnings: dropped } = readGivenFields(record);
    warnings.push(...dropped.map((warning) => `${keyPath}#${line}: ${warning}`));
    const { id, text, ...known } = fields;
    const key = keyOfLine(id, { keyPath, line });
    if (text === null) skipped.push({ line, reason: 'The line gives no text.', key });
    else articles.push({ ...known, key, text });
  }
  if (articles.length + skipped.length === 0) throw unreadable('The file holds no text.');
  return { articles, skipped, warnings, removals: [] };
}

/**
 * A JSONL file without some of its articles: each is a blank line now, so that the others keep their numbers, and with
 * them their keys.
 * @param keys in composed form (NFC), as articles have them
 */
export function withoutJsonlArticles(
  { bytes, keyPath }: DocumentInput,
  keys: ReadonlySet<string>,
): Uint8Array {
  const lines = decodeText(bytes).split('\n');
  const kept = lines.map((content, index) => {
    const record = content.trim() === '' ? '' : parseRecord(content);
    if (typeof record === 'string') return content;
    const { id } = readGivenFields(record).fields;
    const key = keyOfLine(id, { keyPath, line: index + 1 });
    return keys.has(wellFormed(key.normalize('NFC'))) ? '' : content;
  });
  return Buffer.from(kept.join('\n'));
}

function keyOfLine(id: string | null, { keyPath, line }: { keyPath: string; line: number }): string {
  return id ?? `${keyPath}#${line}`;
}

/** The line's object, or why there is none. */
function parseRecord(line: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : 'The line is JSON, but no object.';
  } catch (error) {
    return `The line is not JSON: ${(error as Error).message}.`;
  }
}
