import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each<[string, Uint8Array, string, string?]>([
  ['UTF-8 with a mark', Buffer.from('\uFEFFCafé'), 'Café'],
  ['UTF-8 without one', Buffer.from('Café – “yes”'), 'Café – “yes”'],
  ['UTF-16 LE with a mark', Buffer.from('\uFEFFCafé', 'utf16le'), 'Café'],
  ['UTF-16 BE with a mark', utf16be('\uFEFFCafé'), 'Café'],
  ['UTF-16 LE without one', Buffer.from('The café opens.', 'utf16le'), 'The café opens.'],
  ['UTF-16 BE without one', utf16be('The café opens.'), 'The café opens.'],
  ['windows-1252 undeclared', Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94]), '“Café”'],
  ['a declared encoding', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), 'Привет', 'windows-1251'],
  ['UTF-8 that declares itself otherwise', Buffer.from('Привет'), 'Привет', 'iso-8859-1'],
  ['an encoding nobody knows', Buffer.from([0x43, 0x61, 0x66, 0xe9]), 'Café', 'x-nothing'],
])('decodes %s', (...[, bytes, text, declared]) => {
  expect(decodeText(bytes, declared)).toBe(text);
});

test('UTF-8 with a broken byte stays UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('Café é'), Buffer.from([0xff]), Buffer.from('ü ende')]);
  expect(decodeText(bytes)).toBe('Café é\uFFFDü ende');
});

test('UTF-8 cut within a character stays UTF-8', () => {
  expect(decodeText(Buffer.from('Grüße ü').subarray(0, -1))).toBe('Grüße \uFFFD');
});
