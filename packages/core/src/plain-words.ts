/** What an ASCII character is to the plainest of words: a letter, one that may follow a word, or neither. */
const LETTER = 1;
const FOLLOWS = 2;
/** It begins no term. */
const BETWEEN = 4;
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) return LETTER;
  const follows = /[\s,.;:!?'")]/.test(character) ? FOLLOWS : 0;
  return follows | (/[\d$%]/.test(character) ? 0 : BETWEEN);
});
const DOT = 46;
const SPACE = 32;
const APOSTROPHE = 39;

/** Where the next character stands that a term may begin with; the text's length when there is none. */
export function skipToTerm(text: string, from: number): number {
  let at = from;
  while (at < text.length && (kindAt(text, at) & BETWEEN) !== 0) at += 1;
  return at;
}

/**
 * Where the word of ASCII letters that begins there ends, if it is plainly one: nothing that follows makes more of it.
 * Else `from`: that a term begins there is for the rules of `searchTerms` to say.
 */
export function plainWordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && kindAt(text, end) === LETTER) end += 1;
  if (end < text.length && (kindAt(text, end) & FOLLOWS) === 0) return from;
  // The first of the letters of an abbreviation, as in U.S.
  if (end - from === 1 && text.charCodeAt(end) === DOT) return from;
  return saysPercent(text, from, end) || goesOn(text, from, end) ? from : end;
}

/** "GR 4471" may be a code, and what follows in "O'Brien" is of the name. */
function goesOn(text: string, from: number, end: number): boolean {
  const after = text.charCodeAt(end);
  if (after === APOSTROPHE) return kindAt(text, end + 1) === LETTER && kindAt(text, end + 2) === LETTER;
  return after === SPACE && end - from <= LONGEST_CODE && isDigit(text, end + 1) && isCapital(text, end - 1);
}

/** Letters of a code that a number follows. */
const LONGEST_CODE = 4;

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}

/** "Per cent" and "pct", and what may be. */
function saysPercent(text: string, from: number, end: number): boolean {
  if ((text.charCodeAt(from) | 0x20) !== 0x70) return false;
  const beginning = text.slice(from, from + 3).toLowerCase();
  return beginning === 'pct' || (beginning === 'per' && end - from === 3);
}

function kindAt(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? 0;
}
