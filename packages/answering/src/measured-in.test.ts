import { expect, it } from 'vitest';
import { measuredIn } from './measured-in.ts';
import { quantitiesIn } from './quantities-in-text.ts';

it.each([
  ['2,000 kilometres long', 'length'],
  ['a 12-mile road', 'length'],
  ['38 billion cubic metres of gas', 'volume'],
  ['40 square kilometres', 'area'],
  ['thirty years', 'time'],
  ['90 tonnes', 'mass'],
  ['$4 million', '$'],
  ['25 percent', '%'],
  ['four workers', null],
  ['17', null],
])('of "%s" is %s', (text, measure) => {
  const [quantity] = quantitiesIn(text);
  expect(measuredIn(text, quantity!)).toBe(measure);
});
