import { expect, it } from 'vitest';
import { sniffFormat } from './sniff-format.ts';

/** "The port council decided on Tuesday to run the ferry for one more year." */
const SHIFT_JIS = Buffer.from(
  '8d60987088cf88f589ef82cd89ce976a93fa814183748346838a815b82f082e082a488ea944e895e8d7182b782e982b182c682f08c8882df82bd8142',
  'hex',
);

it('Shift_JIS, half of whose bytes are controls in other encodings, is text', () => {
  expect(sniffFormat(SHIFT_JIS, 'text')).toBe('text');
});

it('UTF-16 of another script than the Latin is text', () => {
  expect(sniffFormat(Buffer.from('Совет порта решил закрыть причал на зиму.', 'utf16le'), 'text')).toBe(
    'text',
  );
});

it('bytes that are mostly controls are no text', () => {
  const bytes = Uint8Array.from({ length: 200 }, (_, at) => at % 32);
  expect(() => sniffFormat(bytes, 'text')).toThrow(/binary/);
});
