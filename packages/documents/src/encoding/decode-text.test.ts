import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

it.each<[string, Uint8Array, string, string?]>([
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

it.each([
  ['Russian', 'Совет порта в понедельник решил закрыть старый причал на две зимы.'],
  ['Greek', 'Το συμβούλιο του λιμανιού αποφάσισε να κλείσει την παλιά προβλήτα.'],
  ['Chinese', '港口委员会星期一决定关闭旧码头两个冬天，潜水员将更换木桩。市长说，资金会找到的。'],
  ['Japanese', '港湾委員会は月曜日、古い桟橋を二冬閉鎖することを決めた。住民は反対していた。'],
])('UTF-16 without a mark is told in %s, in either order', (_, text) => {
  expect(decodeText(Buffer.from(text, 'utf16le'))).toBe(text);
  expect(decodeText(utf16be(text))).toBe(text);
});

it('ISO-2022-JP is told by its escapes, though nobody declares it', () => {
  const bytes = Buffer.from('\u001b$B9A$OJD:?$5$l$?!#\u001b(B');
  expect(decodeText(bytes)).toBe('港は閉鎖された。');
});

it('UTF-8 with a broken byte stays UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('Café é'), Buffer.from([0xff]), Buffer.from('ü ende')]);
  expect(decodeText(bytes)).toBe('Café é\uFFFDü ende');
});

it('UTF-8 cut within a character stays UTF-8', () => {
  expect(decodeText(Buffer.from('Grüße ü').subarray(0, -1))).toBe('Grüße \uFFFD');
});

/** The bytes of a text in an encoding of one byte a character. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (character) => bytes.get(character)!);
}

const RUSSIAN =
  'Совет порта в понедельник решил закрыть старый причал на две зимы, пока водолазы меняют сваи.';

it.each([
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['ibm866', RUSSIAN],
  ['koi8-u', 'Рада порту вирішила закрити старий причал на дві зими, поки водолази міняють палі.'],
  ['windows-1253', 'Το συμβούλιο του λιμανιού αποφάσισε τη Δευτέρα να κλείσει την παλιά προβλήτα.'],
  ['windows-1250', 'Rada portu zdecydowała o zamknięciu nabrzeża na dwie zimy. Łódź będzie płynąć dłużej.'],
  ['iso-8859-2', 'Rada přístavu se v pondělí rozhodla uzavřít staré molo, zatímco potápěči vymění piloty.'],
  ['iso-8859-9', 'Liman meclisi pazartesi günü eski iskeleyi iki kış boyunca kapatmaya karar verdi.'],
  [
    'iso-8859-1',
    'Der Hafenrat beschloss, die alte Mole für zwei Winter zu schließen; die Pfähle sind morsch.',
  ],
])('undeclared %s is told by its bytes', (encoding, text) => {
  expect(decodeText(encoded(text, encoding))).toBe(text);
});

it.each([
  ['windows-1251', 'Причал закроют на две зимы'],
  ['gbk', '旧码头将关闭两年'],
  ['shift-jis', '穀物桟橋を閉鎖'],
])('an article in undeclared %s is read', async (name, title) => {
  const bytes = await readFile(new URL(`./fixtures/${name}.txt`, import.meta.url));
  expect(decodeText(bytes)).toContain(title);
});

it('a declaration that gives no text is not believed', () => {
  const text = RUSSIAN.repeat(3);
  expect(decodeText(encoded(text, 'windows-1251'), 'shift_jis')).toBe(text);
  expect(decodeText(encoded(text, 'windows-1251'), 'iso-8859-1')).toBe(text);
  expect(decodeText(encoded(text, 'ibm866'), 'iso-8859-1')).toBe(text);
});

it('dashes and quotation marks make no text Chinese', () => {
  const bytes = Buffer.from(
    'He said so \x97\x97\x97 and \x93that\x94 was all \x97 \x91no\x92 more.',
    'latin1',
  );
  expect(decodeText(bytes)).toBe('He said so ——— and “that” was all — ‘no’ more.');
});

it('bytes that are text in no encoding are refused with the remedy', () => {
  const bytes = Uint8Array.from({ length: 2000 }, (_, at) => 128 + ((at * at * 31) % 127));
  expect(() => decodeText(bytes)).toThrow(/UTF-8/);
});
