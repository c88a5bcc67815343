import { expect, it } from 'vitest';
import { abbreviationsIn } from './abbreviations.ts';

it.each([
  ['The Lund Harbour Authority (LHA) met.', 'LHA', 'Lund Harbour Authority'],
  ['Members of the Union for Northern Trade (the “UNT”) agreed.', 'UNT', 'Union for Northern Trade'],
  ['The Lund Harbour Authority, or LHA, met.', 'LHA', 'Lund Harbour Authority'],
  ['LHA chief\nNobody at the Lund Harbour Authority spoke.', 'LHA', 'Lund Harbour Authority'],
  ['The UNT met. The Union for Northern Trade is old.', 'UNT', 'Union for Northern Trade'],
  ['The Mineral Management Service (MMS) met.', 'MMS', 'Mineral Management Service'],
  ['The University of Velia, Lund (UVL), met.', 'UVL', 'University of Velia, Lund'],
  ['The Lund Harbour Authority (LHA) – a port – met.', 'LHA', 'Lund Harbour Authority'],
  ['The LHA (Lund Harbour Authority) met.', 'LHA', 'Lund Harbour Authority'],
  ['It rose. The Free Coast Alliance (FreeCA; founded in 1990) met.', 'FreeCA', 'Free Coast Alliance'],
])('finds what "%s" explains', (text, short, long) => {
  expect(abbreviationsIn(text)[0]).toEqual({ short, long });
});

it.each([
  'The port (LHA) was closed.',
  'Mara Lund (Velia) won.',
  'The LHA met. The Lund Airport Authority did not.',
  'Elsby Post of ELSBY. Nils Ek and Mara Lund.',
  'The Lund Harbour Authority (founded in 1990) met.',
  'Voltra (V) fell.',
  'Lund, High Velia (LHV) -- The port was closed.',
])('finds nothing explained in "%s"', (text) => {
  expect(abbreviationsIn(text)).toEqual([]);
});
