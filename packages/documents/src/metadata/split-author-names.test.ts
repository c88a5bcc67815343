import { expect, test } from 'vitest';
import { splitAuthorNames } from './split-author-names.ts';

test.each([
  ['Ada Moss', ['Ada Moss']],
  ['By Ada Moss', ['Ada Moss']],
  ['Ada Moss and Bo Lind', ['Ada Moss', 'Bo Lind']],
  ['Ada Moss, Bo Lind & Cy van der Orr', ['Ada Moss', 'Bo Lind', 'Cy van der Orr']],
  ['Ada Moss; Bo Lind', ['Ada Moss', 'Bo Lind']],
  ['Ada Moss, Bo Lind, and Cy Orr', ['Ada Moss', 'Bo Lind', 'Cy Orr']],
  ['Doe, John', ['Doe, John']],
  ['Ministry of Trade and Industry', ['Ministry of Trade and Industry']],
  ['Martin Moss Jr.', ['Martin Moss Jr.']],
  ['Ada Moss and Ada Moss', ['Ada Moss']],
])('%s', (byline, names) => {
  expect(splitAuthorNames(byline)).toEqual(names);
});
