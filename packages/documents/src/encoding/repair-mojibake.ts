import { HIGH_CHARACTERS } from './windows-1252.ts';

const BYTE_OF_CHARACTER = new Map(Array.from(HIGH_CHARACTERS, (character, at) => [character, 0x80 + at]));

const CONTINUATION = `[\u00a0-\u00bf${HIGH_CHARACTERS}]`;

/** A character of UTF-8 in two to four bytes, each read as a character of its own. */
const MOJIBAKE = new RegExp(
  `(?:[\u00c2-\u00df]${CONTINUATION}|[\u00e0-\u00ef]${CONTINUATION}{2}|[\u00f0-\u00f4]${CONTINUATION}{3})+`,
  'g',
);

/** A closing quote (E2 80 9D) whose last byte, undefined in windows-1252, was lost. */
const CUT_QUOTE = /â€(?=[\s,.;:!?)\]]|$)/g;

/**
 * What no text in a Latin script holds: `Ã©`, `Â£`, `â€™`, `ðŸ˜€`, three Cyrillic letters. A capital before a closing
 * quote (`Ü”`) is a character in UTF-8 too, and no sign.
 */
const CERTAIN = new RegExp(`[ÂÃ][\u00a0-\u00bf]|â[€‚„†]|ðŸ${CONTINUATION}{2}|(?:[ÐÑ]${CONTINUATION}){3}`);

/**
 * Repairs UTF-8 that was once read as windows-1252: `â€™` becomes ’. A text is changed only when it shows the
 * damage beyond doubt, and of it only what is valid UTF-8.
 */
export function repairMojibake(text: string): string {
  return CERTAIN.test(text) ? text.replace(MOJIBAKE, decodeStretch).replace(CUT_QUOTE, '”') : text;
}

function decodeStretch(stretch: string): string {
  const bytes = Uint8Array.from(
    stretch,
    (character) => BYTE_OF_CHARACTER.get(character) ?? character.charCodeAt(0),
  );
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return stretch;
  }
}
