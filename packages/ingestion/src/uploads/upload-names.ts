import { FootnoteError } from '@footnote/core';

/** Of one part of a name, and of the whole, in bytes of UTF-8: what common file systems take, and room for the folder. */
const MAX_PART_BYTES = 255;
const MAX_NAME_BYTES = 1_000;
const MAX_PARTS = 16;

/** What Windows takes for a device, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

/** Control characters, invisible ones, those that turn the direction of writing, lone surrogates, breaks of lines. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** What part a name on some system; look-alikes of the slash and what compatibility forms make of others. */
const SEPARATORS = /[\\:\u2044\u2215\u2216\u29f5\u29f8\u29f9]/;
const NOT_PORTABLE = /[<>"|?*]/;

/**
 * The names that files are kept under: `/`-separated, in composed form. None leaves its folder, on any system, and no
 * two differ by case alone or stand in each other's way.
 * @throws FootnoteError `INVALID_FILE_NAME`
 */
export function checkUploadNames(names: readonly string[]): string[] {
  const checked = names.map((given) => {
    // As it is kept: composing makes some names longer.
    const name = given.normalize('NFC');
    const problem = problemOf(name);
    if (problem !== null) throw invalidName(name, problem);
    return name;
  });
  const known = new Map<string, string>();
  for (const name of checked) {
    if (known.has(fold(name)))
      throw invalidName(name, 'stands twice in the request, or differs by case alone');
    known.set(fold(name), name);
  }
  const folders = new Map<string, string>();
  for (const name of checked) {
    for (const folder of foldersOf(name)) {
      if (known.has(fold(folder))) throw invalidName(name, `needs a folder where "${folder}" is a file`);
      if ((folders.get(fold(folder)) ?? folder) !== folder)
        throw invalidName(
          name,
          `is in a folder that differs from "${folders.get(fold(folder))}" by case alone`,
        );
      folders.set(fold(folder), folder);
    }
  }
  return checked;
}

/** The folders that a name stands in, outermost first. */
export function foldersOf(name: string): string[] {
  const parts = name.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Names that are one on some systems are equal in this form. */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

export function invalidName(name: string, problem: string): FootnoteError {
  const told = JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
  return new FootnoteError(
    'INVALID_FILE_NAME',
    `The file name ${told} ${problem}. Nothing was added: rename it, and send all files again.`,
  );
}

function problemOf(name: string): string | null {
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) return `is longer than ${MAX_NAME_BYTES} bytes`;
  if (UNSEEN.test(name)) return 'holds control characters, or others that are not seen';
  const parts = name.split('/');
  if (parts.length > MAX_PARTS) return `has more than ${MAX_PARTS} parts`;
  for (const part of parts) {
    const problem = problemOfPart(part);
    if (problem !== null) return problem;
  }
  return null;
}

function problemOfPart(part: string): string | null {
  if (part.trim() === '') return 'is blank, begins or ends with a slash, or has two in a row';
  // Full-width and other compatible forms become the plain ones on some system.
  const plain = part.normalize('NFKC');
  if (/^\.+$/.test(plain)) return 'would lead to another folder';
  if (/[/\\]/.test(plain) || SEPARATORS.test(part))
    return 'holds a character that parts names on some system';
  if (NOT_PORTABLE.test(part)) return 'holds one of < > " | ? *, which not every system allows';
  if (part.startsWith('.')) return 'is that of a hidden file, and these are not read';
  if (part !== part.trim() || part.endsWith('.'))
    return 'has a part that begins or ends with a space, or ends with a dot';
  if (DEVICE.test(part)) return 'is that of a device on some system';
  return Buffer.byteLength(part) > MAX_PART_BYTES ? `has a part of more than ${MAX_PART_BYTES} bytes` : null;
}
