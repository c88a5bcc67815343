import { repairMojibake } from './repair-mojibake.ts';

/** Marks that show nothing: soft hyphen, zero-width space, word joiner, byte order mark within the text. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Text as people see it: one kind of line end and of space, nothing invisible, mojibake repaired. */
export function normalizeText(text: string): string {
  return repairMojibake(text)
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
