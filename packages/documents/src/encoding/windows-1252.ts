/** What the bytes 0x80 to 0x9F are in windows-1252 (WHATWG Encoding Standard), in order; all others are Latin-1. */
export const HIGH_CHARACTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20's own decoder takes windows-1252 for Latin-1 and turns quotes and dashes into control characters. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (control) => HIGH_CHARACTERS[control.charCodeAt(0) - 0x80]!);
}
