import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repairMojibake } from './repair-mojibake.ts';
import { decodeWindows1252 } from './windows-1252.ts';

const misread = (text: string) => decodeWindows1252(Buffer.from(text));

it('UTF-8 read as windows-1252 is repaired', () => {
  expect(repairMojibake('Itâ€™s â€œopenâ€\u009d â€“ cafÃ© Â£5')).toBe('It’s “open” – café £5');
});

it('a closing quote whose last byte was lost is repaired', () => {
  expect(repairMojibake('â€œOpenâ€, he said')).toBe('“Open”, he said');
});

it('ordinary text in Latin scripts stays as it is', () => {
  const text = 'Ça va, Âge, À propos, “Ü” – España, São Tomé, Ærø, naïve, 20 € à Łódź, Ñandú';
  expect(repairMojibake(text)).toBe(text);
});

it('all of a text that shows the damage comes back', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aé’“”–…ñüß€ж漢😀') });
  fc.assert(
    fc.property(letters, (text) => {
      expect(repairMojibake(misread(`It’s ${text}`))).toBe(`It’s ${text}`);
    }),
  );
});
