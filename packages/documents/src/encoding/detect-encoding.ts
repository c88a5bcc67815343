import { analyse } from 'chardet';
import { isPlausibleText } from './readable-text.ts';

/** How much of a text tells its encoding. */
const SAMPLE_BYTES = 65_536;

/** Below this confidence (of 100) the detector has seen nothing that speaks for an encoding. */
const LEAST_CONFIDENCE = 15;

/** Fewer bytes beyond ASCII are accents and quotation marks. */
const FEWEST_HIGH = 8;

/** So much surer the detector must be of another encoding of a Latin script than of windows-1252. */
const CLEARLY = 15;

/**
 * Encodings of two bytes a character are told by their frequent characters; at a lower confidence only the form of
 * the bytes speaks for one, which that of other encodings may have too.
 */
const SURE_OF_TWO_BYTES = 50;
const TWO_BYTES = /^(?:Shift_JIS|Big5|EUC-|GB18030)/u;

const LATIN = /^(?:windows-125[024578]|ISO-8859-(?:[1249]|1[0356]))$/u;

/** Of the old DOS; the detector does not know it. */
const UNKNOWN_TO_DETECTOR = ['ibm866'];

/**
 * The encoding of bytes that are not UTF-8 and that nobody declared, by the label of the WHATWG Encoding Standard:
 * for a Latin script windows-1252 unless another is clearly likelier.
 * @returns null when the bytes are text in none
 */
export function detectEncoding(bytes: Uint8Array): string | null {
  const plain = withoutMarkup(bytes.subarray(0, SAMPLE_BYTES));
  const script = scriptOf(plain);
  const sample = script === 'mixed' ? withoutAscii(plain) : plain;
  const guesses = analyse(sample).filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  if (script === 'latin') return latinEncoding(guesses);
  const likely = guesses.filter(({ name }) => !LATIN.test(name)).sort((a, b) => doubt(a) - doubt(b));
  const found = [...likely.map(({ name }) => name), ...UNKNOWN_TO_DETECTOR].find((name) =>
    decodesPlausibly(sample, name),
  );
  if (found === 'KOI8-R') return 'koi8-u'; // The same but for four Ukrainian letters instead of frames.
  return found ?? (script === 'mixed' ? 'windows-1252' : null);
}

/** Whether the bytes can be text in a Latin script at all: of others, nearly all bytes are beyond ASCII. */
export function looksLatin(bytes: Uint8Array): boolean {
  return scriptOf(withoutMarkup(bytes.subarray(0, SAMPLE_BYTES))) !== 'other';
}

interface Guess {
  readonly name: string;
  readonly confidence: number;
}

function latinEncoding(guesses: readonly Guess[]): string {
  const confidenceIn = (name: RegExp) => guesses.find((guess) => name.test(guess.name))?.confidence ?? 0;
  const best = guesses.find(({ name }) => LATIN.test(name));
  const western = confidenceIn(/^(?:windows-1252|ISO-8859-1)$/u);
  return best && best.confidence >= western + CLEARLY ? best.name : 'windows-1252';
}

function doubt({ name, confidence }: Guess): number {
  return TWO_BYTES.test(name) && confidence < SURE_OF_TWO_BYTES ? 100 : 100 - confidence;
}

function decodesPlausibly(bytes: Uint8Array, name: string): boolean {
  try {
    // In a stream, for the sample may end within a character.
    return isPlausibleText(new TextDecoder(name, { fatal: true }).decode(bytes, { stream: true }));
  } catch {
    return false; // Not in this encoding, or one that Node does not know: the next is tried.
  }
}

/** In a Latin script few bytes are beyond ASCII and these stand alone; `mixed` has stretches of another script. */
function scriptOf(bytes: Uint8Array): 'latin' | 'mixed' | 'other' {
  let letters = 0;
  let high = 0;
  let inStretches = 0;
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    let heavy = 0;
    for (; (bytes[at] ?? 0) >= 0x80; at += 1) if ((bytes[at] ?? 0) >= 0xb0) heavy += 1;
    const length = at - start;
    high += length;
    if (length >= 4 && heavy * 2 >= length) inStretches += length;
    if (length > 0) continue;
    const letter = (bytes[at] ?? 0) | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) letters += 1;
    at += 1;
  }
  if (high < FEWEST_HIGH) return 'latin';
  if (high > 0.3 * (letters + high)) return 'other';
  return inStretches * 2 >= high ? 'mixed' : 'latin';
}

/** The bytes with spaces for tags: names of elements are in English whatever the text is in. */
function withoutMarkup(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const plain = text.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>|<[a-z!/][^<>]*>/giu, ' ');
  return Buffer.from(plain, 'latin1');
}

function withoutAscii(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (byte < 0x80 ? 0x20 : byte));
}
